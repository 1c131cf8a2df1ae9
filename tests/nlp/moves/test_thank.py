from collections.abc import Callable

from nlp import Review
from tests.nlp.moves.conftest import Make

PARENT = "The retry loop took us a week. We moved our queue to Postgres."


def test_thanks_stay_thanks_and_say_for_what(make: Make) -> None:
    made = make("thank", "Thanks!", answering=PARENT)
    assert all(text.startswith("Thank") for text in made)
    assert any("the retry loop" in text for text in made)
    assert any("how you moved your queue to Postgres" in text for text in made)


def test_whoever_has_a_name_is_thanked_by_it(make: Make) -> None:
    assert any("Maria" in text for text in make("thank", "Thanks!", answering=PARENT, author="Maria"))


def test_a_handle_is_no_name_to_speak_to(make: Make) -> None:
    assert not any("xX" in text for text in make("thank", "Thanks!", answering=PARENT, author="xX_m4ria"))


def test_under_a_question_an_answer_is_offered_beside_thanks(review: Callable[..., Review]) -> None:
    found = review("Thanks!", answering="How do I descale my kettle?").suggestions
    assert "answer" in [one.move for one in found]


def test_nobody_is_thanked_for_a_thing_in_their_question(make: Make) -> None:
    made = make("thank", "Thanks!", answering="How do I descale the old copper kettle?")
    assert made
    assert not any("kettle" in text for text in made)


def test_who_congratulates_doesnt_thank(make: Make) -> None:
    assert not make(
        "thank", "Congratulations, well deserved!", answering="I got the job after 114 applications."
    )


def test_long_thanks_end_before_more_is_said(make: Make) -> None:
    made = make("thank", "Very helpful, thanks a lot", answering="Grass makes a heap of compost slimy.")
    assert "Very helpful, thanks a lot. Because of this, I [… do what now]." in made
    assert not any(text.startswith("Very helpful, thanks a lot, ") for text in made)
