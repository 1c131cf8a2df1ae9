"""One more pitch by somebody whose last posts were mostly pitches."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PITCHES = ("self_promotion", "engagement_bait", "hard_sell")
FEWEST_POSTS = 10
"""Posts that a balance needs: Reddit's rule of thumb was nine others for each pitch."""

MOSTLY_ASKS, MOSTLY_GIVES = {"asks": 8, "gives": 4}, {"asks": 1, "gives": 11}
TOLD = "The second print sold out, so here is how we cut the paper costs by a third. Order now in our shop."


def see(doc: "Doc") -> "Iterator[Span]":
    """The pitches of a draft, where most of the last posts were pitches too."""
    reading = reading_of(doc)
    asks, posts = reading.history.asks, reading.history.asks + reading.history.gives
    if posts >= FEWEST_POSTS and asks >= reading.history.most_asks * posts:
        yield from (span for name in PITCHES for span in reading.seen.get(name, []))


rule = Rule(
    page=SignalPage(
        name="asks_more_than_it_gives",
        kind="flag",
        title="Asks more than it gives",
        what="A draft with a pitch, by somebody of whose last posts in the log more than half were pitches. "
        "The settings know stricter rules, such as Reddit's one in ten.",
        why="People listen to who gives first; who mostly asks is soon skipped.",
        wrong_when="Your other contributions aren't in the log.",
        source="Lobsters' heavy self promoter (51 % of one's own), after Reddit's nine to one.",
        reason="Many of your last posts here asked for something, and this asks again.",
        bad=(
            {"draft": TOLD, "history": MOSTLY_ASKS},
            {"draft": "Check out my channel!!", "history": MOSTLY_ASKS},
            {"draft": "Follow us on Instagram for more", "history": MOSTLY_ASKS},
        ),
        good=(
            {"draft": TOLD, "history": MOSTLY_GIVES},
            {"draft": TOLD, "history": {"asks": 3, "gives": 0}},
            {"draft": "The tap in the corner is the quickest to reach.", "history": MOSTLY_ASKS},
        ),
    ),
    leads_to="promotion",
    headline="Many of your last posts asked for something: give first this time.",
    see=see,
    from_log=True,
)
