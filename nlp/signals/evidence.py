"""Figures, versions and code that others can check."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import low_value, own_words_in
from nlp.text import LINK, PlainToken, segments

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


FIGURE = re.compile(r"\d+(?:[.,]\d+)*(?:\.x)?|v\d[\w.]*|\d+\w{1,3}|`.*|\w+\(\)|0x[0-9a-f]+", re.I)
FEWEST_BESIDE = 2
"""Words that say what a figure is a figure of."""


def see(doc: "Doc") -> "Iterator[Span]":
    """Figures, versions and code beside words that say what they are about."""
    taken = low_value(doc)
    for segment in segments(doc):
        beside = [token for token in own_words_in(segment, doc) if token.is_alpha]
        if len(beside) >= FEWEST_BESIDE and "?" not in segment[-1].text:
            yield from (doc[token.i : token.i + 1] for token in segment if _is_figure(token, taken))


def _is_figure(token: PlainToken, taken: set[int]) -> bool:
    return token.i not in taken and token.norm != LINK and bool(FIGURE.fullmatch(token.text))


rule = Rule(
    page=SignalPage(
        name="evidence",
        kind="strength",
        title="Gives something to check",
        what="A figure, a version, a name in code, with the words that say what it belongs to.",
        why="Others can compare it with what they have, and argue with it instead of with you.",
        wrong_when="The figure is a price or a count that is only there to sell.",
        source="Our own; Wikipedia asks for sources, bug trackers for versions and traces.",
        reason="It gives a figure, version or name in code that others can check.",
        bad=("10/10", "+1", "Great post!", "Subscribe, I need 1000 more!", "Is it 3.2?"),
        good=(
            "Fails the same way on Ubuntu 22.04 with driver version 535.",
            "Memory stays at 40 MB after the patch.",
            "The lock in `flush()` is held while the file syncs.",
        ),
    ),
    see=see,
)
