"""Helpers for signals written in Python."""

from functools import cache
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.text import LINK, says_something, tokens_of
from nlp.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


@cache
def _flags(leads_to: tuple[str, ...]) -> frozenset[str]:
    from nlp.signals import rules

    return frozenset(rule.page.name for rule in rules() if rule.leads_to in leads_to)


def low_value(doc: "Doc", leads_to: tuple[str, ...] = ("me_too", "promotion")) -> set[int]:
    """Positions of the words in phrases that a flag looks for, of those that lead to some verdicts."""
    seen = reading_of(doc).seen
    return tokens_of({name: spans for name, spans in seen.items() if name in _flags(leads_to)})


def own_words(stretch: "Span") -> "list[Token]":
    """The words of a stretch that may bring something: no filler, no link, none of a low-value phrase."""
    reading = reading_of(stretch.doc)
    if reading.own is None:  # once a draft, since most signals ask for them
        taken = low_value(stretch.doc)
        reading.own = [
            token
            for token in stretch.doc
            if token.i not in taken and token.norm_ != LINK and says_something(token)
        ]
    return [token for token in reading.own if stretch.start <= token.i < stretch.end]


def nameable(token: "Token") -> bool:
    """Whether the word names something: more than everyday and more than vague."""
    if token.is_stop or token.norm_ in words("vague") or not says_something(token):
        return False
    return len(token.text) > 2 or token.is_digit
