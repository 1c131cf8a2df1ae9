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


def test_a_bump_of_a_call_has_nothing_of_the_kind_to_tell(make: Make) -> None:
    assert not make(MOVE, "Bump", answering="We are looking for two players for Thursday evenings.")


def test_who_waits_for_an_answer_says_what_they_tried(make: Make) -> None:
    made = make(MOVE, "Following", answering="How do you get a toddler to keep his shoes on?")
    assert any("So far I've tried [… " in text for text in made)
    assert not any("It may help" in text for text in made)


def test_praise_of_a_question_leads_to_no_story(make: Make) -> None:
    parent = "Why is glass transparent? My daughter asked in the tram and I had nothing."
    assert not make(MOVE, "Great question!", answering=parent)


def test_agreement_had_nothing_where_nothing_went_wrong(make: Make) -> None:
    made = make(MOVE, "Couldn't agree more!", answering="What the camera sees is what you get.")
    assert made
    assert not any("I had this" in text for text in made)
