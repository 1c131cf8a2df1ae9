"""What isn't plain prose gives nothing to be taken up."""

import pytest

from tests.nlp.realising.conftest import Offer


@pytest.mark.parametrize(
    "parent",
    [
        "import QuantumProgram qp = QuantumProgram() We moved the queue = Queue(4) to Postgres",
        "We moved the state $|0\\rangle$ to the second register.",
        "- [x] We moved our queue to Postgres",
        "Thousands Enter The Old Market To Join The New Guild Despite Global Efforts",
    ],
)
def test_code_formulas_forms_and_headlines_are_left_alone(offered: Offer, parent: str) -> None:
    found = offered(parent)
    assert not found.deeds
    assert not found.things
    assert not found.quotes


def test_a_reason_is_no_choice_to_ask_about(offered: Offer) -> None:
    assert not offered("It is not that hard, since I started with the small oven.").deeds
    assert offered("I started with the small oven.").deeds


def test_who_acts_is_no_thing(offered: Offer) -> None:
    found = offered("And then Gutfeld said that the show was over. We watched the final scene.")
    assert not any("Gutfeld" in thing.text for thing in found.things)


def test_a_question_that_its_writer_answers_is_not_asked(offered: Offer) -> None:
    question = "How do we keep the bread soft?"
    assert offered(question).question
    assert not offered(f"{question} {'The crust stays soft in the cloth for a day. ' * 9}").question
