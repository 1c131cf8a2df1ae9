from tests.nlp.moves.conftest import Make

PARENT = "The new timetable helps nobody. We replaced our car with two bicycles."


def test_says_with_what_it_disagrees(make: Make) -> None:
    made = make("disagree", "nah, wrong", answering=PARENT)
    assert any("“The new timetable helps nobody”" in text for text in made)


def test_a_deed_is_weighed_and_nobody_scolded(make: Make) -> None:
    made = make("disagree", "nah, wrong", answering=PARENT)
    assert any("replacing the car with two bicycles" in text for text in made)


def test_agreement_gets_a_limit_and_no_contradiction(make: Make) -> None:
    made = make("disagree", "So true!", answering=PARENT)
    assert made
    assert all("“" in text for text in made)


def test_a_pitch_has_nothing_to_disagree_with(make: Make) -> None:
    assert not make("disagree", "Check out my channel!", answering=PARENT)


def test_no_exception_is_made_to_a_complaint(make: Make) -> None:
    assert not make("disagree", "so true", answering="Nobody tells you how lonely chronic pain is.")
