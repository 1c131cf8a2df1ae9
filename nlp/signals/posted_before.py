"""The same text, posted before or elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.review import EarlierPost, History
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.text import tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

FEWEST_WORDS = 6
"""Fewer words are often the same by chance: "Yes, since version 2" answers many questions."""
NEARLY_THE_SAME = 0.8
"""Likeness from which an earlier post counts; Discourse refuses only what is the same to the letter."""

BEFORE = {"posted_before": [{"posted_at": "2026-11-03T09:00:00Z", "site": "discourse"}]}
DRAFT = "The reading room stays open late on Thursdays from now on, and the side door stays locked."


def see(doc: "Doc") -> "Iterator[Span]":
    """The whole draft, where the log has nearly the same text."""
    same = same_before(reading_of(doc).history)
    if same and sum(token.says_something for token in tokens(doc)) >= FEWEST_WORDS:
        yield doc[:]


def same_before(history: History) -> EarlierPost | None:
    """The earlier post that is the most alike, where one is nearly the same."""
    same = [post for post in history.posted_before if post.likeness >= NEARLY_THE_SAME]
    return max(same, key=lambda post: post.likeness, default=None)


rule = Rule(
    page=SignalPage(
        name="posted_before",
        kind="flag",
        title="Posted before",
        what="A draft of some length that is, all or nearly all, in an earlier post of your log.",
        why="Who follows you in both places reads it twice, and nobody feels spoken to.",
        wrong_when="You answer the same question again, or correct the earlier post.",
        source="Discourse refuses a post that is the same as a recent one by the same person.",
        reason="Your log has nearly the same text in an earlier post.",
        bad=(
            {"draft": DRAFT, "history": BEFORE},
            {"draft": DRAFT.lower(), "history": BEFORE},
            {"draft": f"{DRAFT} Thanks!", "history": BEFORE},
        ),
        good=(
            {"draft": DRAFT},
            {"draft": "Yes, since version 2.", "history": BEFORE},
            {
                "draft": DRAFT,
                "history": {"posted_before": [{"posted_at": "2026-11-03T09:00:00Z", "likeness": 0.5}]},
            },
        ),
    ),
    leads_to="me_too",
    headline="You have posted this before: it brings nothing new to who read it there.",
    see=see,
    from_log=True,
    rests_on=same_before,
)
