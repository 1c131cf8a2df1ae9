"""Thanks that say what for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import own_words_in
from nlp.text import segments, span_of, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


FEWEST_NAMED = 2
"""Words that name something: one may be whom the thanks go to."""


def see(doc: "Doc") -> "Iterator[Span]":
    """Sentences with thanks in them that also name what they are for."""
    thanks = tokens_of({"": reading_of(doc).seen.get("thanks", [])})
    for segment in segments(doc):
        if any(token.i in thanks for token in segment):
            named = sum(token.nameable for token in own_words_in(segment, doc))
            if named >= FEWEST_NAMED:
                yield span_of(doc, segment)


rule = Rule(
    page=SignalPage(
        name="specific_thanks",
        kind="strength",
        title="Thanks for something named",
        what="Thanks in one sentence with what they are for or what came of it.",
        why="The writer learns what to do more of, and the next reader what to try.",
        wrong_when="What is named is the person and not the deed.",
        source="Our own; the other side of Lobsters' “me-too” vote reason.",
        reason="It thanks, and says what for.",
        bad=(
            "Thanks!",
            "Thank you so much for this video",
            "thanks Karlijn",
            "Great post, thanks for sharing",
        ),
        good=(
            "Thanks, the tip about WAL mode cut our p95 in half",
            "Thank you for the warning about CASCADE, I nearly dropped the orders table.",
            "Thanks to your wiring diagram the doorbell finally rings upstairs.",
        ),
    ),
    see=see,
)
