"""A draft that has the same, told in the words of what it answers."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.repeating import repeats
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def see(doc: "Doc") -> "Iterator[Span]":
    """The whole draft, where it says that its writer has the same and nothing that its parent doesn't say."""
    if repeats(doc, reading_of(doc).parent):
        yield doc[:]


rule = Rule(
    page=SignalPage(
        name="repeats_the_parent",
        kind="flag",
        title="Has the same, and says no more",
        what="A draft that says “me too” in the words of the post or title that it answers.",
        why="Whoever looks for the cause needs to know what is different with you. The rest they know.",
        wrong_when="The count of those who have it is what people are waiting for.",
        source="GitHub's reactions (March 2016), made to replace “+1” and “me too” under issues; Lobsters' "
        "“me-too” vote reason: adds no new information.",
        reason="It says what the post says already. With what version, since when, after which step?",
        bad=(
            {
                "draft": "I'm also facing the slow download issue.",
                "answering": "Box downloads extremely slow",
            },
            {"draft": "Same slow download here!", "answering": "The download is very slow."},
            {"draft": "we have this blank page too", "answering": "Blank page after the login"},
            {"draft": "My queue is losing jobs as well", "answering": "Our queue loses jobs."},
        ),
        good=(
            {
                "draft": "I'm also facing the slow download issue on 4.2.",
                "answering": "Box downloads very slow",
            },
            {
                "draft": "Same here since the update, only over IPv6.",
                "answering": "The download is very slow.",
            },
            {"draft": "Yes, my queue loses jobs too", "answering": "Does anyone's queue lose jobs?"},
            {"draft": "The download is slow because the mirror is.", "answering": "The download is slow."},
            "I'm also facing the slow download issue.",
        ),
    ),
    leads_to="me_too",
    headline="This tells nothing new: the post says it already. What is different with you?",
    see=see,
)
