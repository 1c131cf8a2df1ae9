from tests.nlp.moves.conftest import Make


def test_begging_for_likes_turns_into_a_question(make: Make) -> None:
    made = make("invite", "Like and share!")
    assert made
    assert all("?" in text and "[… " in text for text in made)


def test_a_pitch_for_own_work_asks_what_would_make_it_useful(make: Make) -> None:
    assert "What would make my podcast useful to you?" in make("invite", "Subscribe to my podcast!")


def test_who_speaks_as_we_goes_on_so(make: Make) -> None:
    made = make("invite", "We just launched! Subscribe to our podcast!")
    assert any("our podcast" in text for text in made)
    assert not any("my podcast" in text for text in made)
