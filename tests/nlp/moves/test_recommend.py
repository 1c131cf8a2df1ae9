from tests.nlp.moves.conftest import Make


def test_what_was_asked_for_comes_first(make: Make) -> None:
    parent = "Can anyone recommend a quiet keyboard for the office?"
    made = make("recommend", "Following!", answering=parent)
    assert any(text.startswith("For a quiet keyboard for the office, ") for text in made)


def test_praise_can_lead_to_more_of_the_same(make: Make) -> None:
    made = make("recommend", "Great post!", answering="The quiet scenes carry the second act of the play.")
    assert any("the quiet scenes" in text and "[… " in text for text in made)
