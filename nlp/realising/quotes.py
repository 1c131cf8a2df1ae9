"""Whole short statements of a parent, to be quoted exactly as they were written."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from nlp.language import is_question, subject
from nlp.realising import persons, phrases
from nlp.realising.lists import listed
from nlp.realising.prose import is_prose
from nlp.text import says_something, segments

FEWEST, MOST = 3, 13
"""Words of a statement worth quoting."""
LONGEST = 80
"""Characters of it."""
FORBIDDEN = frozenset('“”"`*_<>[]|#@\n()')


def quotable(parent: Doc, start: int = 0) -> Iterator[Span]:
    """The statements from a token on that say something by themselves, without their full stop."""
    for segment in segments(parent):
        words = [token for token in segment if not token.is_space]
        if segment.start < start or len(words) <= FEWEST or words[0].is_punct or "?" in words[-1].text:
            continue
        if not is_prose(words[0]):
            continue
        end = words[-1].i if words[-1].is_punct else words[-1].i + 1
        statement = _shortened(parent[words[0].i : end])
        if _stands_alone(statement):
            yield statement


def _shortened(statement: Span) -> Span:
    """A long statement up to its first comma, where that is a statement already."""
    if sum(token.is_alpha for token in statement) <= MOST:
        return statement
    for token in statement:
        if token.text in {",", ";", ":", "-", "\u2013", "\u2014"}:
            first = statement.doc[statement.start : token.i]
            says = any(part.tag_ in ("VBD", "VBZ", "VBP") for part in first)
            opens = first and first[0].lower_ in listed("behind")
            return first if says and not opens else statement
    return statement


def _stands_alone(statement: Span) -> bool:
    if not FEWEST <= sum(token.is_alpha for token in statement) <= MOST or len(statement.text) > LONGEST:
        return False
    if FORBIDDEN & set(statement.text) or not _says(statement):
        return False
    first = statement[0].lower_
    if first in listed("pointing") | persons.READERS or statement[0].pos_ == "INTJ":
        return False
    if any(token.lower_ == "same" for token in statement):
        return False
    if first in persons.SPEAKERS and any(token.lower_ in listed("thinking") for token in statement[:4]):
        return False
    if any(token.norm_ in phrases.UNUSABLE or token.norm_ in listed("boilerplate") for token in statement):
        return False
    return sum(says_something(token) for token in statement) >= 2 and not is_question(statement)


def _says(statement: Span) -> bool:
    """Whether it has a subject and a verb, and begins like a sentence, or like all sentences of its text."""
    if not statement.text[0].isupper() and not statement.doc.text.islower():
        return False
    parts = {token.dep_.partition(":")[0] for token in statement}
    if subject(statement.root) is None:
        return False
    return "nsubj" in parts and any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in statement)
