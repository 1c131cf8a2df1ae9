"""Names, and words in quotation marks or code, that a parent speaks of, by their spelling."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from nlp.language.clauses import relation
from nlp.realising.prose import CODE, is_headline, is_prose
from nlp.realising.things import Thing
from nlp.text import LINK, QUOTE, says_something, text_of
from nlp.words import words

QUOTED = re.compile(r"“([^“”\n]{3,40})”|(?<![\w\"])\"([^\"\n]{3,40})\"(?!\w)|(?<!`)`([^`\n]{2,40})`(?!`)")
QUOTABLE = re.compile(r"\w(?:[\w \-'\u2019+#/:.]*[\w+#)])?")
GLUE = frozenset("-'\u2019/_\"(")
"""Marks behind which a word goes on."""
NAME = re.compile(r"[A-Z][a-zA-Z][A-Za-z0-9+#]*|[A-Za-z]+\d\w*|[a-z]+[A-Z]\w*")
LONGEST_HEADING = 3
CAMEL = re.compile(r"\w*[a-z][A-Z]\w*|[A-Z]{2,}[a-z]+\w*")
PERSON = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-zA-Z]+)+")
DETERMINERS = frozenset(("a", "an", "the", "my", "our", "your", "this"))
PLACES = frozenset(("in", "at", "on", "from", "to", "of", "near", "by", "with", "via"))
"""Before a name these make it a place or a medium, hardly the matter itself."""


def names(parent: Doc, start: int = 0) -> Iterator[Thing]:
    """The names and quotations of the parent that stand alone as noun phrases, from a token on."""
    for match in QUOTED.finditer(text_of(parent)):
        inside = next(filter(None, match.groups()))
        one_plain_word = inside.isalpha()
        if QUOTABLE.fullmatch(inside) and not re.search(r"[.!?:] ", inside) and not one_plain_word:
            span = parent.char_span(*match.span(), alignment_mode="expand")
            tags = {token.pos_ for token in span} if span is not None else set()
            named = not tags.isdisjoint({"NOUN", "PROPN"}) and tags.isdisjoint({"PRON", "AUX"})
            if span is not None and named and span.start >= start and is_prose(span[0]):
                yield _named(match.group(), span.start, worth=0.6 if " " in inside else 0.35)
    for line in _lines(parent):
        if line.start >= start and len(line) > LONGEST_HEADING and not is_headline(list(line)):
            for run in filter(_stands_alone, _runs(line)):
                if is_prose(run[0]) and not (_acts(run) or _is_in_code(run)):
                    yield _named(run.text, run.start, worth=_worth(run))


def _is_in_code(run: Span) -> bool:
    """Whether a name is spelled like one in code, in a text that has code in it."""
    return bool(CAMEL.fullmatch(run.text) and CODE.search(run.doc.text))


def _acts(run: Span) -> bool:
    """Whether a plain name does something, as people do: "Gutfeld says"."""
    head = run.root
    if not head.text.istitle() or relation(head) != "nsubj":
        return False
    return head.head.pos_ == "VERB"


def _worth(run: Span) -> float:
    """A full name says what is meant; a short one may be any abbreviation."""
    if len(run) > 1:
        return 0.7
    return -1.0 if len(run.text) < 3 or (run.text.isupper() and len(run.text) < 4) else 0.35


def _named(text: str, start: int, worth: float) -> Thing:
    return Thing(text, plural=False, owned=False, person=is_person(text), start=start, worth=worth)


def is_person(text: str) -> bool:
    """Whether a name may be somebody's: "Morgan McSweeney"."""
    return PERSON.fullmatch(text) is not None


def _lines(doc: Doc) -> Iterator[Span]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            yield doc[start : token.i]
            start = token.i + 1
    yield doc[start:]


def _runs(line: Span) -> Iterator[Span]:
    """Names that follow one another: "Home Assistant"."""
    start: int | None = None
    for token in line:
        if _is_name(token, may_be_plain=start is not None or not _starts_sentence(token)):
            start = token.i if start is None else start
        elif start is not None:
            yield line.doc[start : token.i]
            start = None
    if start is not None:
        yield line.doc[start : line.end]


def _is_name(token: Token, *, may_be_plain: bool) -> bool:
    if token.norm_ in {LINK, QUOTE} or token.is_stop or not says_something(token):
        return False
    if not NAME.fullmatch(token.text) or len(token.text) < 2 or token.lower_ in words("vague"):
        return False
    return may_be_plain or not (token.is_alpha and token.text.istitle())


def _starts_sentence(token: Token) -> bool:
    if token.i == 0:
        return True
    before = token.nbor(-1)
    return before.is_space or (before.is_punct and before.text not in {",", "(", "/", ")"})


def _stands_alone(run: Span) -> bool:
    """Whether a name is a whole noun phrase: no article or number before it, no noun or 's behind it."""
    doc = run.doc
    before = doc[run.start - 1] if run.start else None
    if before is not None:
        if before.lower_ in DETERMINERS or before.lower_ in PLACES or before.like_num:
            return False
        if before.text in {"-", "/", "#", "$", "@", "["} and not before.whitespace_:
            return False
        if before.pos_ == "ADJ" and before.dep_ == "amod":
            return False
    if run.end == len(doc) or doc[run.end].is_space:
        return True
    after = doc[run.end]
    if after.is_punct:
        return after.text not in GLUE
    return after.lower_ in words("after_noun") or after.lower_ in words("after_owned_noun")
