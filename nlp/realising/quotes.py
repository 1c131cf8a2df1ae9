"""Whole short statements of a parent, to be quoted exactly as they were written."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span

from nlp.language import is_question
from nlp.realising import phrases
from nlp.realising.lists import listed
from nlp.text import asks, says_something, segments

FEWEST, MOST = 4, 13
"""Words of a statement worth quoting."""
LONGEST = 80
"""Characters of it."""
FORBIDDEN = frozenset('“”"`*_<>[]|#@\n()')


def quotable(parent: Doc) -> Iterator[Span]:
    """The statements of the parent that say something by themselves, without their full stop."""
    for segment in segments(parent):
        words = [token for token in segment if not token.is_space]
        if len(words) < FEWEST or words[-1].text not in {".", "!"} or words[0].is_punct:
            continue
        statement = parent[words[0].i : words[-1].i]
        if _stands_alone(statement):
            yield statement


def _stands_alone(statement: Span) -> bool:
    if not FEWEST <= sum(token.is_alpha for token in statement) <= MOST or len(statement.text) > LONGEST:
        return False
    if FORBIDDEN & set(statement.text) or not statement.text[0].isupper():
        return False
    if any(token.norm_ in phrases.UNUSABLE or token.norm_ in listed("boilerplate") for token in statement):
        return False
    if sum(says_something(token) for token in statement) < 2 or is_question(statement):
        return False
    return not asks(statement.as_doc()) if "?" in statement.text else True
