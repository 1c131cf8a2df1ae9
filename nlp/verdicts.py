"""Words and figures for a verdict: the headline of a review and how far it can be trusted."""

from nlp.reading import Reading
from nlp.signals import rules
from nlp.signals._seen import REPEATS

HEADLINES = {
    "contributes:outcome": "This tells what came of it, which the others couldn't know.",
    "contributes:question": "This asks something that others can answer.",
    "contributes:specific_reference": "This takes up something specific of what it answers.",
    "contributes:at_length": "This gives readers something of its own, at some length.",
    "contributes:in_some_words": "This gives readers something of its own.",
    "contributes:in_few_words": "This says something of its own.",
    "contributes:in_a_word": "It has a word of its own, and nothing speaks against it.",
}
UNSURE = "Pitch In can't tell whether this adds something, so it says nothing against it."

AS_LIKELY_AS_NOT = 0.5
"""Chance below which something else is likelier."""
TOLD_BY_THE_LOG = 0.5
"""Confidence of a flag that the log decides: no labelled post comes with its writer's log."""

TOLD_BY_A_RULE = 0.5
"""Least confidence of what a rule decides: hardly any labelled post is such a draft."""
BY_A_RULE = frozenset(["contributes:outcome", f"me_too:{REPEATS}"])
"""A report that something worked; a draft that has the same as its parent and says no more."""


def confidence(reading: Reading) -> float:
    """How often reviews like this are right: the judge's chance of the verdict, set on posts held out."""
    if reading.leaning is None or reading.verdict == "unjudged":
        return 0.0
    if reading.from_log:
        return TOLD_BY_THE_LOG
    chance = reading.leaning.chance(reading.verdict)
    return max(chance, TOLD_BY_A_RULE) if reading.path in BY_A_RULE else chance


def headline(reading: Reading) -> str:
    """The review in one sentence of at most 90 characters."""
    if reading.note:
        return reading.note
    if reading.flags:
        return next(rule.headline for rule in rules() if rule.page.name == reading.flags[0])
    # Below that some flag is likelier, if not enough so.
    return HEADLINES[reading.path] if confidence(reading) >= AS_LIKELY_AS_NOT else UNSURE
