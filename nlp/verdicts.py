"""Words and figures for a verdict: the headline of a review and how far it can be trusted."""

import tomllib
from functools import cache
from pathlib import Path

from nlp.reading import Reading
from nlp.signals import rules

HEADLINES = {
    "contributes:question": "This asks something that others can answer.",
    "contributes:specific_reference": "This takes up something specific of what it answers.",
    "contributes:at_length": "This gives readers something of its own, at some length.",
    "contributes:in_some_words": "This gives readers something of its own.",
    "contributes:in_few_words": "This says something of its own.",
    "contributes:in_a_word": "Short, with a word of its own: nothing speaks against it.",
}


@cache
def _measured() -> dict[str, float]:
    text = Path(__file__).with_name("confidence.toml").read_text(encoding="utf-8")
    paths: dict[str, float] = tomllib.loads(text)["paths"]
    return paths


def confidence(reading: Reading) -> float:
    """How often reviews like this are right, as measured on training posts.

    For flags by the rules that is counted per flag; all else has the judge's chance of its verdict.
    """
    if reading.leaning is None or reading.verdict == "unjudged":
        return 0.0
    if reading.flags and not reading.judged:
        return _measured()[reading.path]
    return reading.leaning.chance(reading.verdict)


def headline(reading: Reading) -> str:
    """The review in one sentence of at most 90 characters."""
    if reading.note:
        return reading.note
    if reading.flags:
        return next(rule.headline for rule in rules() if rule.page.name == reading.flags[0])
    return HEADLINES[reading.path]
