from collections.abc import Callable

from nlp import Review


def asked(review: Review) -> list[str]:
    return [one.text for one in review.suggestions if one.move == "ask"]


def test_asks_where_a_figure_is_from(review: Callable[..., Review]) -> None:
    parent = "We moved our queue to Postgres, and p95 went down to 40 ms."
    (question,) = asked(review("Great post!", answering=parent))
    assert "the 40 ms" in question
    assert "?" in question


def test_who_asks_is_asked_back_for_what_is_missing(review: Callable[..., Review]) -> None:
    parent = "Which driver do you use with Postgres? I tried the pool and it leaks."
    (question,) = asked(review("Great post!", answering=parent))
    assert "what you need to know" in question


def test_begging_for_likes_turns_into_a_question(review: Callable[..., Review]) -> None:
    assert asked(review("Like and share!"))


def test_a_parent_that_names_nothing_is_not_asked_about(review: Callable[..., Review]) -> None:
    assert not asked(review("Great post!", answering="so good"))
