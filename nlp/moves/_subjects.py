"""Picks what is worth taking up in a parent, by simple rules: better none than one that doesn't read well.

Every subject is a noun phrase that fits behind "about": a name, something in quotation marks or code, or a
noun with its article, turned to the reader's side ("our queue" becomes "your queue"). Figures come apart: one
can ask where they are from, but hardly tell of experience with them.
"""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from nlp.text import LINK, QUOTE, says_something
from nlp.words import words

UNITS = "%|percent|ms|GB|MB|TB|kB|Hz|GHz|fps|km|kg|mph|dollars|euros|pounds"
FIGURE = re.compile(
    rf"(?<![\w.,$€£/-])(?:[$€£]\d[\d,]*(?:\.\d+)?[kKmM]?(?![\w^$\\{{}}])|\d[\d,]*(?:\.\d+)?\s?(?:{UNITS})(?!\w))"
)
QUOTED = re.compile(r"“([^“”\n]{3,40})”|(?<![\w\"])\"([^\"\n]{3,40})\"(?!\w)|(?<!`)`([^`\n]{2,40})`(?!`)")
QUOTABLE = re.compile(r"\w(?:[\w \-'\u2019+#/:.]*[\w+#)])?")
DETERMINERS = {"the": "the", "our": "your", "my": "your"}
GLUE = frozenset("-'\u2019/_\"(")
"""Marks behind which a word goes on."""
NAME = re.compile(r"[A-Z][a-zA-Z]+[A-Za-z0-9+#]*|[A-Za-z]+\d\w*|[a-z]+[A-Z]\w*")
HEADLINE_SHARE = 0.5
"""Share of capitalised words from which a line is a headline, where capitals show no names."""
MOST = 4
LONGEST_TITLE = 60


def subjects(parent: Doc, title: str | None) -> tuple[str, ...]:
    """What stands out in a parent, best first, at most four; what its title names too comes first."""
    counts = Counter(token.norm_ for token in parent if says_something(token))
    in_title = {word.lower() for word in re.findall(r"\w+", title or "")}
    scored: dict[str, tuple[float, str]] = {}
    found = [*_quoted(parent), *_names(parent), *_nouns(parent)]
    for place, (subject, weight) in enumerate(found):
        parts = [word.lower() for word in re.findall(r"\w+", subject)]
        score = weight + 0.3 * max(counts[part] for part in parts) + sum(part in in_title for part in parts)
        scored.setdefault(parts[-1], (score - 0.01 * place, subject))
    return tuple(subject for _, subject in sorted(scored.values(), reverse=True)[:MOST])


def figures(parent: Doc) -> tuple[str, ...]:
    """The figures with a unit or currency, each with its article, in the order of the text."""
    found = (match.group().strip() for match in FIGURE.finditer(parent.text))
    return tuple(dict.fromkeys(f"the {figure}" for figure in found))


def quoted_title(title: str | None) -> str | None:
    """A short title in quotation marks, for parents in which nothing else can be taken up."""
    bare = (title or "").strip().rstrip(".! ")
    if not 3 <= len(bare) <= LONGEST_TITLE or re.search(r"[“”\"\n]|https?:", bare):
        return None
    return f"“{bare}”"


def _quoted(parent: Doc) -> Iterator[tuple[str, float]]:
    for match in QUOTED.finditer(parent.text):
        inside = next(filter(None, match.groups()))
        one_plain_word = inside.isalpha() and not match.group().startswith("`")
        if QUOTABLE.fullmatch(inside) and not re.search(r"[.!?:] ", inside) and not one_plain_word:
            yield match.group(), 1.0


def _names(parent: Doc) -> Iterator[tuple[str, float]]:
    for line in _lines(parent):
        spelled = [token for token in line if token.is_alpha]
        headline = sum(token.text[0].isupper() for token in spelled) > HEADLINE_SHARE * len(spelled)
        if headline:
            continue
        run: list[Token] = []
        for token in line:
            if _is_name(token, may_be_plain=bool(run) or not _starts_sentence(token)):
                run.append(token)
                continue
            if run and _stands_alone(run):
                yield _text(run), 1.5
            run = []
        if run and _stands_alone(run):
            yield _text(run), 1.5


def _lines(doc: Doc) -> Iterator[Span]:
    start = 0
    for token in doc:
        if "\n" in token.text:
            yield doc[start : token.i]
            start = token.i + 1
    yield doc[start:]


def _text(run: list[Token]) -> str:
    return run[0].doc[run[0].i : run[-1].i + 1].text


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


def _stands_alone(run: list[Token]) -> bool:
    """Whether a name is a whole noun phrase: no article or number before it, no noun or 's behind it."""
    doc, first, last = run[0].doc, run[0].i, run[-1].i
    before = doc[first - 1] if first else None
    after = doc[last + 1] if last + 1 < len(doc) else None
    if before is not None and (
        before.lower_ in {"a", "an", "the", "my", "our", "your", "this"} or before.like_num
    ):
        return False
    if before is not None and before.lower_ in {
        "in",
        "at",
        "on",
    }:  # places and media, hardly the matter itself
        return False
    if before is not None and before.text in {"-", "/", "#", "$", "@"} and not before.whitespace_:
        return False
    if after is None or after.is_space:
        return True
    return _ends_phrase(after, owned=True)


def _nouns(parent: Doc) -> Iterator[tuple[str, float]]:
    for token in parent[:-2]:
        if token.norm_ == QUOTE or token.lower_ not in DETERMINERS:
            continue
        noun, after = token.nbor(1), token.nbor(2)
        named = token.i + 3 < len(parent) and _is_name(noun, may_be_plain=True) and _is_noun(after)
        text, end = (f"{noun.text} {after.text}", parent[token.i + 3]) if named else (noun.text, after)
        if (named or _is_noun(noun)) and _ends_phrase(end, owned=token.lower_ != "the"):
            yield f"{DETERMINERS[token.lower_]} {text}", 0.9 if named else 0.5


def _ends_phrase(after: Token, *, owned: bool) -> bool:
    if after.is_punct:
        return after.text not in GLUE
    return after.lower_ in words("after_noun") or (owned and after.lower_ in words("after_owned_noun"))


def _is_noun(token: Token) -> bool:
    plain = token.is_alpha and token.is_lower and len(token.text) > 3 and not token.is_stop
    return plain and says_something(token) and token.norm_ not in words("vague")
