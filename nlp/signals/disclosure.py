"""An interest of the writer, laid open."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import own_words
from nlp.text import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


LAID_OPEN = re.compile(
    r"\b(?:full )?disclosure\b|\bdisclaimer\b"
    r"|\bI(?: am|.?m) (?:the author|one of the|biased|affiliated|a maintainer)"
    r"|\bI (?:work|worked) (?:for|at|on)\b|\bI (?:maintain|co-?wrote|built|made) (?:it|this|one|the)\b"
    r"|\b(?:my|our) own (?:blog|shop|product|app|tool|company|book|video|channel|project)\b",
    re.I,
)
FEWEST_OWN = 3


def see(doc: "Doc") -> "Iterator[Span]":
    """The words that lay an interest open, in a draft that has more to say than that."""
    if len(own_words(doc)) < FEWEST_OWN:
        return
    for match in LAID_OPEN.finditer(text_of(doc)):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is not None:
            yield span


rule = Rule(
    page=SignalPage(
        name="disclosure",
        kind="strength",
        title="Lays an interest open",
        what="Words that say that you made, sell or work for what you write about.",
        why="Told by you it is a fact to weigh; found out by others it is a trick.",
        wrong_when="The post is about nothing else.",
        source="The FTC's endorsement guides (16 CFR 255) ask for it; so do the rules of most communities.",
        reason="It says openly what you have to do with it.",
        bad=("Disclosure", "I work at it", "Check out my channel!!", "Great post!"),
        good=(
            "Full disclosure: I sell these lamps. Cheap drivers fail first, so ask for the driver's name.",
            "I work for the vendor: the limit is 10 MB per part, and the docs are out of date.",
            "I maintain this library; the fix is in 2.4, released on Monday.",
        ),
    ),
    see=see,
)
