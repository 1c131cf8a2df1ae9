"""Whether another wording of a suggestion, wherever it is from, may stand in its place.

It must keep what the suggestion says: the same blanks in the same order, every word that was taken up from
the draft or its context, no denial more or less, no exclamation mark more; it may use everyday words beside
those of the moves.
"""

import re
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from nlp.blanks import BLANK
from nlp.moves import glue

LONGER = 1.5
"""How many times as long as a suggestion another wording of it may be."""
NUMBERS = frozenset(
    ("two", "three", "four", "five", "six", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty",
     "forty", "fifty", "sixty", "hundred", "third", "twice", "first", "last", "never", "always", "most",
     "many")
)  # fmt: skip
"""Everyday words that count or claim: no wording may bring one along."""
DENIALS = re.compile(
    r"\b(?:not|no|never|nothing|nobody|none|neither|nor|without|hardly|cannot)\b|n['\u2019]t\b", re.I
)
WORD = re.compile(r"[^\W_]+")


@cache
def everyday_words() -> frozenset[str]:
    """The words that another wording may use: the moves' own, and those that say nothing by themselves."""
    return glue() | (frozenset(STOP_WORDS) - NUMBERS)


def says_the_same(suggestion: str, text: str) -> bool:
    """Whether a text can be another wording of a suggestion, by its blanks, its words and its length."""
    if BLANK.findall(suggestion) != BLANK.findall(text) or len(text) > LONGER * len(suggestion):
        return False
    if text.strip() == suggestion.strip() or "[" in BLANK.sub("", text):
        return False
    if text.count("!") > suggestion.count("!"):
        return False
    if len(DENIALS.findall(suggestion)) != len(DENIALS.findall(text)):
        return False
    return _taken_up(suggestion) <= _taken_up(text)


def _taken_up(text: str) -> set[str]:
    """The words of a text that the moves didn't bring along."""
    return {word.lower() for word in WORD.findall(BLANK.sub(" ", text))} - everyday_words()
