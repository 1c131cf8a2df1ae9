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


PART = "[… which part]"


def test_no_part_of_a_question_is_liked(make: Make) -> None:
    assert not any(PART in text for text in make("point", "Great question!", answering="Can I freeze rice?"))


def test_no_part_of_a_few_words_is_liked(make: Make) -> None:
    assert not any(PART in text for text in make("point", "beautiful", answering="It's snowing!"))


def test_nothing_stands_out_in_a_pitch_of_ones_own(make: Make) -> None:
    assert not any("stands out" in text for text in make("point", "Subscribe to my channel!"))


@pytest.mark.parametrize("draft", ["Great initiative, keep going", "What a legend"])
def test_most_of_all_follows_only_praise_of_a_thing(make: Make, draft: str) -> None:
    parent = "The repair cafe fixed 41 things on Saturday, and the coffee was free."
    made = make("point", draft, answering=parent)
    assert made
    assert not any("most of all" in text for text in made)


def test_of_people_no_part_is_liked(make: Make) -> None:
    parent = "Margaret wrote the software that brought them to the moon and home again."
    made = make("point", "What a legend, well done", answering=parent)
    assert any("What impressed me most" in text for text in made)
    assert not any("I liked" in text for text in made)


def test_a_thing_is_no_part_of_two_sentences(make: Make) -> None:
    made = make(
        "point", "Share this!!", answering="Our community garden lost its water. The city wants money."
    )
    assert any("your community garden" in text for text in made)
    assert not any("The part about your" in text for text in made)


def test_praise_quotes_no_sentence_that_only_sets_the_scene(make: Make) -> None:
    parent = "I was ill with asthma in January. Now I walk up the hill without a stop."
    made = make("point", "Great!", answering=parent)
    assert any("“Now I walk up the hill" in text for text in made)
    assert not any("“I was ill" in text for text in made)


def test_an_emoji_is_written_once(make: Make) -> None:
    parent = "My teen thanked me for dinner without being asked, and did the dishes."
    made = [text for text in make("point", "haha 😂 amazing", answering=parent) if text.startswith("haha")]
    assert made
    assert all(text.count("😂") == 1 for text in made)
