from collections.abc import Callable

from nlp import Review


def told(review: Review) -> str:
    return next(one.text for one in review.suggestions if one.move == "experience")


def test_same_here_says_where(review: Callable[..., Review]) -> None:
    text = told(review("Same here!"))
    assert "same" in text.lower()
    assert "[… what you have or use]" in text


def test_a_bump_gives_a_fact(review: Callable[..., Review]) -> None:
    assert "[… what you see]" in told(review("any update?"))


def test_nobody_is_said_to_have_tried_a_person(review: Callable[..., Review]) -> None:
    text = told(
        review("Exactly!", answering="Everybody should hear what William Slofstra says, he proved it.")
    )
    assert "Slofstra" not in text
