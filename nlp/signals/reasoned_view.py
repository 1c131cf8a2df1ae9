"""A view and the reason for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.signals._seen import own_words
from nlp.text import tokens
from nlp.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


FEWEST_OWN = 3


def see(doc: "Doc") -> "Iterator[Span]":
    """The words that tie a reason to a view, where the draft has enough of its own for both."""
    has_view = any(token.norm in words("views") for token in tokens(doc))
    if has_view and sum(token.nameable for token in own_words(doc)) >= FEWEST_OWN:
        yield from (doc[token.i : token.i + 1] for token in tokens(doc) if token.norm in words("ties"))


rule = Rule(
    page=SignalPage(
        name="reasoned_view",
        kind="strength",
        title="Holds a view and says why",
        what="A view of your own (I think, I disagree, I'd say) and a reason, a condition or a contrast.",
        why="With a reason, people can agree or differ about something; a bare view only has sides.",
        wrong_when="The reason is only there for show.",
        source="Our own; reasoning words go with constructive comments (Kolhatkar et al. 2020).",
        reason="It says what you think, and why.",
        bad=("I agree", "I think so too", "I think it is great because it is great", "Great post!"),
        good=(
            "I think the index is the problem, because the plan changes with the row count.",
            "I disagree: the tests pass although the migration drops a column.",
            "I'd prefer the older lens since the new one loses contrast at the corners.",
        ),
    ),
    see=see,
)
