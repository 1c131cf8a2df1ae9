"""Whole short statements of a parent, to be quoted exactly as they were written."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from nlp.language import is_question, subject
from nlp.language.clauses import relation
from nlp.realising import persons, phrases
from nlp.realising.lists import listed
from nlp.realising.prose import is_prose
from nlp.text import says_something, segment_spans

FEWEST, MOST = 3, 14
"""Words of a statement worth quoting."""
LONGEST = 64
"""Characters of it."""
FEWEST_IN_STORY = 2
"""Sentences of a story that begins with how things were."""
NEXT_CLAUSE = frozenset(
    ("and", "but", "so", "because", "when", "while", "until", "after", "since", "although")
)
"""Words behind which a long statement may go on to another one."""
LAUGHS = frozenset(("lol", "lmao", "haha", "hahaha", "rofl", "xd", "omg", "tho", "btw", "imo", "imho"))
FORBIDDEN = frozenset('“”"`*_<>[]|#@\n()')


@dataclass(frozen=True)
class Quote:
    """A statement as it was written, and its first token."""

    text: str
    start: int
    claims: bool
    """Whether it says how things are, for everybody; what happened to somebody can't be disputed."""
    opens: bool
    """Whether it only sets the scene for a longer story."""


def quotable(parent: Doc, start: int = 0) -> Iterator[Quote]:
    """The statements from a token on that say something by themselves, without their full stop."""
    segments = [segment for segment in segment_spans(parent) if segment.start >= start]
    for segment in segments:
        words = [token for token in segment if not token.is_space]
        if len(words) <= FEWEST or words[0].is_punct or "?" in words[-1].text:
            continue
        if not is_prose(words[0]):
            continue
        words = _without_opinion(words)
        if _is_cut_off(words[-1]):
            continue
        end = words[-1].i if words[-1].is_punct else words[-1].i + 1
        statement = _shortened(parent[words[0].i : end])
        if _stands_alone(statement):
            tells = any(token.tag_ == "VBD" for token in statement)
            opens = tells and segment is segments[0] and len(segments) >= FEWEST_IN_STORY
            yield Quote(statement.text, statement.start, _claims(statement), opens)


def _is_cut_off(last: Token) -> bool:
    """Whether a statement trails off, or somebody else has cut it."""
    return last.text.startswith(("..", "\u2026"))


def _claims(statement: Span) -> bool:
    tags = {token.tag_ for token in statement}
    own = any(token.lower_ in persons.TO_THE_READER for token in statement)
    return not own and "VBD" not in tags and not tags.isdisjoint({"VBZ", "VBP", "MD"})


def _without_opinion(words: list[Token]) -> list[Token]:
    """A statement without "I think that" before it."""
    if words[0].lower_ in persons.SPEAKERS and words[1].lower_ in {"think", "guess", "believe"}:
        return words[3:] if words[2].lower_ == "that" else words[2:]
    return words


def _shortened(statement: Span) -> Span:
    """A long statement up to its first comma or second clause, where that is a statement already."""
    if sum(token.is_alpha for token in statement) <= MOST:
        return statement
    for token in statement:
        if token.i > statement.start and _begins_clause(token):
            return statement.doc[statement.start : token.i]
        if token.text in {",", ";", ":", "-", "\u2013", "\u2014"} and token.whitespace_:
            first = statement.doc[statement.start : token.i]
            says = any(part.tag_ in ("VBD", "VBZ", "VBP") for part in first)
            opens = first and first[0].lower_ in listed("behind")
            return first if says and not opens else statement
    return statement


def _begins_clause(token: Token) -> bool:
    """Whether a clause with its own subject begins with a word."""
    after = token.doc[token.i + 1 : token.i + 5]
    return token.lower_ in NEXT_CLAUSE and any(relation(each) == "nsubj" for each in after)


def _stands_alone(statement: Span) -> bool:
    if not FEWEST <= sum(token.is_alpha for token in statement) <= MOST or len(statement.text) > LONGEST:
        return False
    if FORBIDDEN & set(statement.text) or not _says(statement):
        return False
    first = statement[0].lower_
    if first in listed("pointing") | persons.READERS | NEXT_CLAUSE or statement[0].pos_ == "INTJ":
        return False
    if statement[-1].is_punct:
        return False
    if any(token.lower_ == "same" or token.lower_ in LAUGHS for token in statement):
        return False
    if first in persons.SPEAKERS and any(token.lower_ in listed("thinking") for token in statement[:4]):
        return False
    if any(token.norm_ in phrases.UNUSABLE or token.norm_ in listed("boilerplate") for token in statement):
        return False
    return sum(says_something(token) for token in statement) >= 2 and not is_question(statement)


def _says(statement: Span) -> bool:
    """Whether it has a subject and a verb, and begins like a sentence, or like all sentences of its text."""
    first, before = statement[0], statement.doc[max(0, statement.start - 1)]
    if not (first.text[0].isupper() or statement.doc.text.islower() or before.lower_ in listed("thinking")):
        return False
    if first.tag_ == "VBD" and first.dep_ == "ROOT":
        return any(relation(child) == "obj" for child in first.rights)  # "Finished the ramp today"
    parts = {token.dep_.partition(":")[0] for token in statement}
    if subject(statement.root) is None:
        return False
    return "nsubj" in parts and any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in statement)
