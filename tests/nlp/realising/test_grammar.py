"""Slips that no suggestion may have are found by their words alone."""

import pytest

from nlp.realising.grammar import slips


@pytest.mark.parametrize(
    "text",
    [
        "On the the queue.",
        "About an queue.",
        "About a hour.",
        "What , then?",
        "You was there.",
        "On the size of.",
        "“Half a quotation: what?",
        "About the my queue.",
    ],
)
def test_a_slip_is_found(text: str) -> None:
    assert slips(text)


@pytest.mark.parametrize(
    "text",
    [
        "What made you move your queue to Postgres?",
        "About a user, an hour, a unit and an SSD: fine.",
        "I had had that, and I know that that works.",
        "See https://example.com/a: it is an answer.",
        "“A whole quotation”: [… what you think].",
        "Is it 2.5 or 3, e.g. in March?",
    ],
)
def test_good_english_has_none(text: str) -> None:
    assert not slips(text)
