"""A question is open, and the draft leaves it so."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.questions import asks_for_a_view, questions, words_that_answer
from nlp.reading import reading_of
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import low_value, own_words
from nlp.text import text_of, tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


FEWEST_WORDS = 2
"""A single word under a question may always be a short answer."""


def see(doc: "Doc") -> "Iterator[Span]":
    """The low-value phrases of a draft that has nothing else under a question, nor a question of its own."""
    reading = reading_of(doc)
    taken = low_value(doc)
    if not taken or not questions(reading.parent) or asks_for_a_view(reading.parent) or "?" in text_of(doc):
        return
    if low_value(doc, ("promotion",)):
        return
    if sum(token.is_alpha for token in tokens(doc)) < FEWEST_WORDS or own_words(doc):
        return
    if not any(words_that_answer(doc, reading.parent)):
        yield from (doc[place : place + 1] for place in sorted(taken))


rule = Rule(
    page=SignalPage(
        name="answers_nothing",
        kind="flag",
        title="Leaves the question open",
        what="A draft under a question that holds praise, agreement or thanks, and nothing like an answer.",
        why="Whoever asked gets a notice and no help, and the thread looks answered when it isn't.",
        wrong_when="You thank for an answer that stands further up.",
        source="Our own; Stack Exchange turns such answers into comments or removes them.",
        reason="Something is asked above, and this doesn't answer it.",
        bad=(
            {"draft": "Great question!", "answering": "Which port does it use?"},
            {"draft": "Thanks for sharing", "answering": "How do I get rid of the lock on the queue?"},
            {
                "draft": "Following this, same problem",
                "answering": "How do I get rid of the lock on the queue?",
            },
        ),
        good=(
            {"draft": "Great!", "answering": "How was the concert?"},
            {"draft": "Yes, same here", "answering": "Has anybody seen this error?"},
            {"draft": "Great question! It is 8080.", "answering": "Which port does it use?"},
            {"draft": "Which system?", "answering": "How do I get rid of the lock on the queue?"},
        ),
    ),
    leads_to="me_too",
    headline="The question stays open: this brings nothing new to it yet.",
    see=see,
)
