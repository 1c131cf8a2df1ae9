"""Somebody or something recommended by name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import low_value
from nlp.text import HANDLE, LINK, PlainToken, Segment, segments, span_of
from nlp.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def see(doc: "Doc") -> "Iterator[Span]":
    """Sentences that recommend something, and name it."""
    taken = low_value(doc)
    for segment in segments(doc):
        words_of_it = [
            token for token in segment if token.norm in words("recommends") and token.i not in taken
        ]
        if words_of_it and "?" not in segment[-1].text and _names_after(segment, words_of_it[0], taken):
            yield span_of(doc, segment)


def _names_after(segment: Segment, recommends: PlainToken, taken: set[int]) -> bool:
    named = [token for token in segment if token.i > recommends.i and token.i not in taken]
    if any(token.norm in {LINK, HANDLE} for token in named):
        return sum(token.says_something for token in named) > 1
    return any(token.is_title and token.nameable for token in named)


rule = Rule(
    page=SignalPage(
        name="recommendation",
        kind="strength",
        title="Recommends by name",
        what="Somebody or something that you recommend, by name or link, with a word about it.",
        why="Sending people on to others is a gift to both, and nobody expects it of a broadcaster.",
        wrong_when="What is recommended is your own and you don't say so.",
        source="Our own; recommending others is the oldest advice on taking part in communities.",
        reason="It recommends somebody or something by name.",
        bad=("Highly recommended!", "Check out my channel!!", "I recommend it", "Great post!"),
        good=(
            "I'd recommend Designing Data-Intensive Applications for the replication chapters.",
            "Try Caddy if certificates are what bothers you.",
            "See https://sqlite.org/wal.html for why readers don't block the writer.",
        ),
    ),
    see=see,
)
