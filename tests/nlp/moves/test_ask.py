"""Ask: real questions about what the parent leaves open."""

import pytest

from tests.nlp.moves.conftest import Make

QUEUE = "We moved our queue to Postgres, and p95 went from 120 ms to 40 ms. The retry loop was tricky."


def test_turns_a_choice_round_in_person_and_tense(make: Make) -> None:
    assert "What made you move your queue to Postgres?" in make("ask", "Great post!", answering=QUEUE)


def test_asks_what_made_a_thing_change(make: Make) -> None:
    assert "What made p95 go from 120 ms to 40 ms?" in make("ask", "Great post!", answering=QUEUE)


def test_asks_why_a_thing_is_as_it_is(make: Make) -> None:
    assert "What made the retry loop so tricky?" in make("ask", "Great post!", answering=QUEUE)


def test_asks_what_would_change_a_figure(make: Make) -> None:
    made = make("ask", "lol", answering="It took 40 ms.")
    assert any(text.lower().startswith("would it still be 40 ms with [… ") for text in made)


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Mara Voss - Salt and Copper (Official Video)", "“Salt and Copper”"),
        ("How to sharpen a hand plane", "sharpen a hand plane"),
        ("Pandas Tutorial: Importing Data", "Pandas"),
        ("Street photography in Naples", "street photography in Naples"),
    ],
)
def test_under_a_title_alone_asks_about_what_it_names(make: Make, title: str, named: str) -> None:
    assert named in make("ask", "Great!", title=title)[0]


def test_asks_how_long_what_was_made_took(make: Make) -> None:
    parent = "Last winter I knitted a blanket for my sister."
    assert "How long did it take you to knit a blanket for your sister?" in make(
        "ask", "Great!", answering=parent
    )


def test_who_asks_is_asked_back_for_what_is_missing(make: Make) -> None:
    parent = "How do I get rid of the lock? I tried the pool and it leaks."
    assert "What have you tried so far?" in make("ask", "Great post!", answering=parent)


def test_a_parent_that_names_nothing_is_not_asked_about(make: Make) -> None:
    assert not make("ask", "Great post!", answering="so good")
