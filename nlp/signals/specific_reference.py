"""Something of what it answers, taken up by name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import low_value
from nlp.text import once, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def see(doc: "Doc") -> "Iterator[Span]":
    """Words, names and numbers that the draft shares with its parent or title, beyond everyday ones."""
    reading = reading_of(doc)
    if reading.parent is None:
        return
    taken = low_value(doc)
    parent = once(reading.parent, "stems", _stems)
    for token in tokens(doc):
        if token.nameable and token.i not in taken and stem(token.norm) in parent:
            yield doc[token.i : token.i + 1]


def _stems(parent: "Doc") -> set[str]:
    return {stem(token.norm) for token in tokens(parent) if token.says_something}


def stem(word: str) -> str:
    """The word without its commonest English endings: enough to see `queue` in `queues`."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    for ending in ("ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")


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
