"""What is added to kind words: only what a kind person could say."""

import pytest

from tests.nlp.moves.conftest import Make

ILL = "I broke my leg on the stairs last week and can't ride until spring."
DEAD = "My father died on Sunday after a long illness. He taught me to sail."
NEW = "Hi, I'm new here. I keep bees in Leeds and want to learn to make mead."
MARRIED = "We got married on Saturday by the lake."
STARTING = "I'm happy to share that I'm starting a new position as Staff Engineer at Acme!"


@pytest.mark.parametrize(
    ("draft", "parent"), [("Get well soon!", ILL), ("Welcome!", NEW), ("Congrats to you both!", MARRIED)]
)
def test_the_kind_words_stay_as_they_are(make: Make, draft: str, parent: str) -> None:
    made = make("care", draft, answering=parent)
    assert made
    assert all(text.startswith(f"{draft} ") for text in made)


def test_whoever_mourns_is_offered_help_and_told_a_memory(make: Make) -> None:
    made = make("care", "I'm so sorry for your loss", answering=DEAD)
    assert "I'm so sorry for your loss. If it helps, I can [… what you'd gladly do]" in made
    assert any("[… what you remember of them]" in text for text in made)


@pytest.mark.parametrize("draft", ["So sorry for your loss", "Get well soon", "Good luck", "Happy birthday!"])
@pytest.mark.parametrize("parent", [DEAD, ILL])
def test_only_who_has_news_or_is_new_is_asked_anything(make: Make, draft: str, parent: str) -> None:
    assert not any("?" in text for text in make("care", draft, answering=parent))


def test_whoever_is_new_is_asked_about_what_they_do(make: Make) -> None:
    assert "Welcome! How long have you been keeping bees in Leeds?" in make("care", "Welcome!", answering=NEW)


def test_whoever_has_it_still_before_them_is_not_asked_how_it_was(make: Make) -> None:
    before, after = (make("care", "Congratulations!", answering=parent) for parent in (STARTING, MARRIED))
    assert any("most curious about?" in text for text in before)
    assert any("will stay with you?" in text for text in after)


def test_nobody_is_asked_the_particulars_of_a_birth(make: Make) -> None:
    made = make("care", "Congratulations!", answering="Our daughter Ida was born on Tuesday.")
    assert made
    assert not any("?" in text for text in made)


def test_help_is_offered_only_to_somebody_who_is_there(make: Make) -> None:
    assert not any("I can" in text for text in make("care", "Rest in peace, Rob", title="Rob Hale has died"))


@pytest.mark.parametrize("draft", ["Happy new year everyone!", "Merry Christmas", "Eid Mubarak!"])
def test_a_greeting_of_the_season_needs_no_more(make: Make, draft: str) -> None:
    assert make("care", draft) == []


@pytest.mark.parametrize("draft", ["You're welcome!", "No worries", "Happy to help!", "Your welcome"])
def test_an_answer_to_thanks_needs_no_more(make: Make, draft: str) -> None:
    assert make("care", draft, answering="Thanks, the second command did it.") == []


@pytest.mark.parametrize(
    "draft", ["RIP my weekend", "Good luck with that", "Congratulations, you played yourself"]
)
def test_nothing_kind_is_added_to_irony(make: Make, draft: str) -> None:
    assert make("care", draft, answering="I'm going to rewrite it all in Haskell by Friday.") == []


@pytest.mark.parametrize("draft", ["Great post!", "Thanks!", "Same here", "We got married there too."])
def test_what_is_not_kind_words_is_left_to_the_others(make: Make, draft: str) -> None:
    assert make("care", draft, answering=MARRIED) == []


def test_the_picture_behind_kind_words_goes_to_the_end(make: Make) -> None:
    made = make("care", "Praying for you 🙏", answering=ILL)
    assert "Praying for you. If it helps, I can [… what you'd gladly do]. 🙏" in made
