"""Something of what it answers, taken up by name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.repeating import repeats, stem, stems
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import low_value
from nlp.text import tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def see(doc: "Doc") -> "Iterator[Span]":
    """Words, names and numbers shared with the parent or title, beyond everyday ones, unless that is all."""
    reading = reading_of(doc)
    if reading.parent is None or repeats(doc, reading.parent):
        return
    taken, told = low_value(doc), stems(reading.parent)
    for token in tokens(doc):
        if token.nameable and token.i not in taken and stem(token.norm) in told:
            yield doc[token.i : token.i + 1]


rule = Rule(
    page=SignalPage(
        name="specific_reference",
        kind="strength",
        title="Takes up something specific",
        what="A word, name or number of the post that it answers, taken up in the draft.",
        why="It shows that the post was read, and tells its writer which part reached somebody.",
        wrong_when="The words are shared by chance, or the draft only repeats what it answers.",
        source="Our own; Lobsters' “me-too” reason seen from the other side.",
        reason="It takes up something specific of what it answers.",
        bad=(
            {"draft": "Great post!", "answering": "We moved our queue to Postgres."},
            {"draft": "I like turtles", "answering": "We moved our queue to Postgres."},
            "We moved our queue to Postgres.",
        ),
        good=(
            {
                "draft": "What made you pick Postgres over Redis?",
                "answering": "We moved our queue to Postgres.",
            },
            {
                "draft": "Our queues lost jobs too until we added a lock.",
                "answering": "We moved our queue to Postgres.",
            },
            {"draft": "40 ms is what we saw with pgbouncer.", "answering": "p95 went from 120 ms to 40 ms."},
        ),
    ),
    see=see,
)
