"""Which words of a draft push or shout, by the list beside this file."""

import re
import tomllib
from functools import cache
from pathlib import Path

FAME = re.compile(
    r"\b(?:i|we|my|our)\b.{0,40}\b(?:popular|famous|fame|viral|superstar|fans|followers|subs|subscribers)\b",
    re.I,
)


def boasts(sentence: str) -> bool:
    """Whether a sentence speaks of how well known its writer is."""
    return FAME.search(sentence) is not None


def pushes(sentence: str) -> bool:
    """Whether a sentence pitches, begs or baits, by one of its words."""
    return _pushing().search(sentence) is not None


def shouts(word: str) -> bool:
    """Whether a word, in small letters, only makes things louder."""
    return word in _lists()["shouting"]


@cache
def _pushing() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, sorted(_lists()["pushing"], key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.I)


@cache
def _lists() -> dict[str, list[str]]:
    text = Path(__file__).with_name("_loud_words.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(text)
    return lists
