"""Something that answers what the parent asks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.questions import questions, words_that_answer
from nlp.reading import reading_of
from nlp.sending_away import words_that_send_away
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import own_words_in
from nlp.text import segments, span_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


FEWEST_NAMED = 2
"""Words that name something, in a statement under a question: by then it tells more than that it was read."""


def see(doc: "Doc") -> "Iterator[Span]":
    """Words that answer by their form (yes, a number, a name), else statements that name something."""
    parent = reading_of(doc).parent
    if not questions(parent):
        return
    away = words_that_send_away(doc)
    by_form = [token for token in words_that_answer(doc, parent) if token.i not in away]
    if by_form:
        yield from (doc[token.i : token.i + 1] for token in by_form)
        return
    for segment in segments(doc):
        named = sum(token.nameable and token.i not in away for token in own_words_in(segment, doc))
        if "?" not in segment[-1].text and named >= FEWEST_NAMED:
            yield span_of(doc, segment)


rule = Rule(
    page=SignalPage(
        name="answer",
        kind="strength",
        title="Answers what was asked",
        what="Under a question: words of the form that it asks for, or a statement that names something.",
        why="An answer is what the other person came for, however short it is.",
        wrong_when="The statement is about something else than the question.",
        source="Our own; Stack Exchange and most forums rank answers before anything else.",
        reason="It answers what was asked.",
        bad=(
            {"draft": "Great question!", "answering": "Which port does it use?"},
            {"draft": "Following", "answering": "Has anybody run this on a Pi?"},
            {"draft": "Yes", "answering": "It runs on port 8080."},
            {"draft": "No idea, sorry.", "answering": "Does it work offline?"},
            {"draft": "Shut up, you moron.", "answering": "How do I get rid of the lock?"},
            {"draft": "RTFM", "answering": "Where do I set the port?"},
            "Port 8080.",
        ),
        good=(
            {"draft": "8080", "answering": "Which port does it use?"},
            {"draft": "Yes, since 2.1", "answering": "Does it run on a Pi?"},
            {"draft": "The second one", "answering": "Should I take the first or the second?"},
            {
                "draft": "Restart the broker, then clear the queue.",
                "answering": "How do I get rid of the lock?",
            },
        ),
    ),
    see=see,
)
