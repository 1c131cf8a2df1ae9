import pytest

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


@pytest.mark.parametrize(
    ("draft", "own"),
    [
        ("LIKE and SHARE if you love your mum!!!", "I love my mum"),
        ("Retweet if you hate wet socks", "I hate wet socks"),
        ("Share this if you miss the old trams and comment below", "I miss the old trams"),
    ],
)
def test_who_begs_by_a_feeling_says_why_they_have_it(make: Make, draft: str, own: str) -> None:
    made = [text.lower() for text in make("invite", draft)]
    assert any(text.startswith(f"{own.lower()}, because [… why]") for text in made)


def test_who_asks_everybody_goes_first(make: Make) -> None:
    made = make("invite", "Who else hates Mondays? Comment below")
    assert any(text.startswith("Who else hates Mondays? I'll go first: [… ") for text in made)


@pytest.mark.parametrize("draft", ["Share if you agree", "Like if you love this", "Who wants to follow me?"])
def test_what_only_begs_is_not_taken_up(make: Make, draft: str) -> None:
    assert not any("I'll go first" in text or ", because" in text for text in make("invite", draft))
