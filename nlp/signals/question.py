"""A question that can be answered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import low_value
from nlp.text import segments, span_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def see(doc: "Doc") -> "Iterator[Span]":
    """Sentences that end in a question mark and ask about something nameable."""
    taken = low_value(doc)
    for segment in segments(doc):
        asked = "?" in segment[-1].text
        if asked and any(token.says_something and token.i not in taken for token in segment):
            yield span_of(doc, segment)


rule = Rule(
    page=SignalPage(
        name="question",
        kind="strength",
        title="Asks a question",
        what="A question about something that can be named, so that somebody can answer it.",
        why="A real question is the shortest way into a conversation: it shows what you took in and gives "
        "others something to say.",
        wrong_when="The question is a way of saying what you think anyway.",
        source="Our own; the opposite of the bumps that Refined GitHub hides.",
        reason="It asks something that somebody can answer.",
        bad=("Any update?", "Really?", "Great post!", "lol what?"),
        good=(
            "Does the free tier keep logs for more than a day?",
            "Nice. Which version of Postgres did you test this on?",
            "Why did you pick Rust over Go?",
        ),
    ),
    see=see,
)
