"""Helpers for signals written in Python."""

from functools import cache
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.text import LINK, PlainToken, Segment, tokens, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDNESS = "kind_words"
"""The flag for wishes, condolences, congratulations and welcomes."""
BUMP = "bump"
"""The flag for what only pushes a thread up."""
REPEATS = "repeats_the_parent"
"""The flag for a draft that has the same and says no more."""
CIVIL = frozenset(("praise", "thanks", KINDNESS))
"""Flags for what is said to somebody, who may be named: "GREAT VIDEO JAKE"."""


@cache
def _flags(leads_to: tuple[str, ...]) -> frozenset[str]:
    from nlp.signals import rules

    return frozenset(rule.page.name for rule in rules() if rule.leads_to in leads_to)


def low_value(doc: "Doc", leads_to: tuple[str, ...] = ("me_too", "promotion")) -> set[int]:
    """Positions of the words in phrases that a flag looks for, of those that lead to some verdicts."""
    seen = reading_of(doc).seen
    return tokens_of({name: spans for name, spans in seen.items() if name in _flags(leads_to)})


def own_words(doc: "Doc") -> list[PlainToken]:
    """The words of a draft that may bring something: no filler, no link, none of a low-value phrase."""
    reading = reading_of(doc)
    if reading.own is None:  # once a draft, since most signals ask for them
        taken = low_value(doc)
        reading.own = [
            token
            for token in tokens(doc)
            if token.says_something and token.norm != LINK and token.i not in taken
        ]
    return reading.own


def own_words_in(segment: Segment, doc: "Doc") -> list[PlainToken]:
    """Those of a stretch of the draft."""
    start, end = segment[0].i, segment[-1].i
    return [token for token in own_words(doc) if start <= token.i <= end]
