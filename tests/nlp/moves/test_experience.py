from collections.abc import Callable

from nlp import Review
from tests.nlp.moves.conftest import Make

MOVE = "experience"


def told(review: Review) -> str:
    return next(one.text for one in review.suggestions if one.move == "experience")


def test_same_here_says_where(make: Make) -> None:
    assert any(
        "same" in text.lower() and "[… what you have or use]" in text for text in make(MOVE, "Same here!")
    )


def test_a_bump_gives_a_fact(make: Make) -> None:
    assert any("[… what you see]" in text for text in make(MOVE, "any update?"))


def test_nobody_is_said_to_have_tried_a_person(review: Callable[..., Review]) -> None:
    text = told(
        review("Exactly!", answering="Everybody should hear what William Slofstra says, he proved it.")
    )
    assert "Slofstra" not in text
