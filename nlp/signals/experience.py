"""Something that the writer did, met or measured."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import own_words_in
from nlp.text import Segment, segments, span_of
from nlp.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


REACH = 3
"""How far behind "I" the verb may stand ("I have just tried")."""


def see(doc: "Doc") -> "Iterator[Span]":
    """Sentences in which "I" or "we" did something, and which name what."""
    for segment in segments(doc):
        if "?" in segment[-1].text or not _tells_what_was_done(segment):
            continue
        if any(token.nameable for token in own_words_in(segment, doc)):
            yield span_of(doc, segment)


def _tells_what_was_done(segment: Segment) -> bool:
    norms = [token.norm for token in segment]
    told = words("experience_verbs")
    return any(
        norm in {"i", "we"} and not told.isdisjoint(norms[place + 1 : place + 1 + REACH])
        for place, norm in enumerate(norms)
    )


rule = Rule(
    page=SignalPage(
        name="experience",
        kind="strength",
        title="Tells what you lived",
        what="A sentence in which you or your people did, met or measured something that is named.",
        why="What somebody saw for themselves can't be looked up; it is what the others came for.",
        wrong_when="The sentence tells of something else than the conversation is about.",
        source="Our own. Readers of news comments name personal stories among what is constructive.",
        reason="It tells something that you did or saw for yourself.",
        bad=("I loved this", "I tried it", "Great post!", "Why did you pick Rust over Go?"),
        good=(
            "We moved to pgbouncer last spring and the timeouts stopped.",
            "I tried the nightly build on Windows and the crash is gone.",
            "I have run this oven for two winters; the seal needs replacing each year.",
        ),
    ),
    see=see,
)
