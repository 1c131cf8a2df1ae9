"""A pitch under a post about something else."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.questions import asks_for_things
from nlp.reading import reading_of
from nlp.repeating import stem
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.text import tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


PITCHES = ("self_promotion", "engagement_bait", "hard_sell")


def see(doc: "Doc") -> "Iterator[Span]":
    """The pitches of a draft that shares no word with what it answers, where nobody asked for any."""
    reading = reading_of(doc)
    if reading.parent is None or not reading.context.parent_text or asks_for_things(reading.parent):
        return
    pitches = [span for name in PITCHES for span in reading.seen.get(name, [])]
    if not pitches:
        return
    parent = {stem(token.norm) for token in tokens(reading.parent) if token.nameable}
    if not any(token.nameable and stem(token.norm) in parent for token in tokens(doc)):
        yield from pitches


rule = Rule(
    page=SignalPage(
        name="ignores_the_parent",
        kind="flag",
        title="Talks past the post",
        what="A pitch under a post with which it shares no word.",
        why="People are talking about something, and somebody walks in and hands out flyers.",
        wrong_when="The connection is plain to all who are there, only not in the words.",
        source="Our own. Mishne, Carmel and Lempel (2005) know comment spam by how little it shares.",
        reason="It takes up nothing of the post that it stands under.",
        bad=(
            {"draft": "Check out my channel!!", "answering": "We moved our queue to Postgres."},
            {"draft": "Follow us on Instagram for more", "answering": "The bridge is closed until Monday."},
            {
                "draft": "Hey guys, please subscribe to my channel",
                "answering": "How do I descale this kettle?",
            },
        ),
        good=(
            {
                "draft": "Check out my channel, I review kettles",
                "answering": "Can you recommend a channel on kettles?",
            },
            {"draft": "Monday, says the sign at the north end.", "answering": "The bridge is closed."},
            {
                "draft": "What made you pick Postgres over Redis?",
                "answering": "We moved our queue to Postgres.",
            },
        ),
    ),
    leads_to="promotion",
    headline="A pitch that talks past the post: take up what they are talking about.",
    see=see,
)
