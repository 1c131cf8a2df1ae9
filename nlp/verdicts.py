"""Words and figures for a verdict: the headline of a review and how far it can be trusted."""

from nlp.reading import Reading
from nlp.review import Span
from nlp.signals import rules


def confidence(reading: Reading) -> float:
    """How often reviews reached this way are right."""
    return 0.9


def headline(reading: Reading, open_blanks: tuple[Span, ...]) -> str:
    """The review in one sentence."""
    if open_blanks:
        places = "place" if len(open_blanks) == 1 else "places"
        return f"Fill in the marked {places} first: only you know what belongs there."
    if reading.note:
        return reading.note
    if reading.flags:
        return next(rule.headline for rule in rules() if rule.page.name == reading.flags[0])
    if "question" in reading.seen:
        return "This asks something that others can answer."
    if "specific_reference" in reading.seen:
        return "This takes up something specific."
    return "This gives readers something of its own."
