"""What the log knows of a person changes what is said of their draft."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from nlp import Context, EarlierPost, History, Reviewer
from nlp.signals.asks_more_than_it_gives import TOLD

NOTICE = "The reading room is open late on Thursdays from now on, and the side door stays locked."
EARLIER = EarlierPost(posted_at=datetime(2026, 11, 3, 9, tzinfo=UTC), site="discourse")


def test_the_same_text_again_is_told(reviewer: Reviewer) -> None:
    again = reviewer.review(NOTICE, history=History(posted_before=(EARLIER,)))
    assert again.verdict == "me_too"
    assert [signal.name for signal in again.signals if signal.kind == "flag"] == ["posted_before"]
    assert reviewer.review(NOTICE).verdict == "contributes"


def test_the_flag_leads_to_the_earlier_post_that_is_the_most_alike(reviewer: Reviewer) -> None:
    known, liker = (EARLIER.model_copy(update={"id": uuid4(), "likeness": alike}) for alike in (0.85, 0.95))
    review = reviewer.review(NOTICE, history=History(posted_before=(known, liker)))
    assert {signal.name: signal.earlier for signal in review.signals if signal.earlier} == {
        "posted_before": liker.id
    }


@pytest.mark.parametrize("muted", ["posted_before", "asks_more_than_it_gives"])
def test_what_the_log_tells_can_be_muted(reviewer: Reviewer, muted: str) -> None:
    history = History(posted_before=(EARLIER,), asks=9, gives=1)
    review = reviewer.review(f"{NOTICE} Subscribe to my channel", history=history, muted=[muted])
    assert muted not in {signal.name for signal in review.signals}
    assert review.verdict != "contributes"


def test_one_pitch_among_many_contributions_is_no_habit(reviewer: Reviewer) -> None:
    verdicts = [reviewer.review(TOLD, history=History(asks=asks, gives=12 - asks)).verdict for asks in (1, 9)]
    assert verdicts == ["contributes", "promotion"]


def test_what_was_posted_before_takes_no_suggestion_away(reviewer: Reviewer) -> None:
    context = Context(
        kind="comment", parent_text="We moved our builds to two machines. Which would you take?"
    )
    said = reviewer.review("Great post!", context, history=History(posted_before=(EARLIER,))).suggestions
    assert said == reviewer.review("Great post!", context).suggestions
    assert said
