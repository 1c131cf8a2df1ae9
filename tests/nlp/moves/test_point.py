from collections.abc import Callable

import pytest

from nlp import Review
from tests.nlp.moves.conftest import Make

PARENT = "We rely on Postgres. It never lost a job."


def pointed(review: Review) -> str:
    return next(one.text for one in review.suggestions if one.move == "point")


def test_takes_up_what_the_parent_names(make: Make) -> None:
    assert any("Postgres" in text for text in make("point", "Great post!", answering=PARENT))


def test_a_title_is_not_recited_to_those_who_read_it(review: Callable[..., Review]) -> None:
    text = pointed(review("wow", answering="so good", title="Baking without an oven"))
    assert "Baking" not in text
    assert "[… which part]" in text


@pytest.mark.parametrize("draft", ["Great post!", "+1", "lol"])
def test_without_context_what_is_meant_is_a_blank(review: Callable[..., Review], draft: str) -> None:
    assert "[… " in pointed(review(draft))


def test_a_bare_link_gets_a_sentence_about_it(review: Callable[..., Review]) -> None:
    assert "https://example.com/a" in pointed(review("https://example.com/a"))
