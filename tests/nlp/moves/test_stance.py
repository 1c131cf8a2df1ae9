"""Who writes, and to whom: what a draft's words tell of it decides what can be added."""

from collections.abc import Callable

import pytest

from nlp.moves import Material
from tests.nlp.moves.conftest import Make

ANSWER = "The lock is taken twice. Raise the pool to ten and the requests pass."


@pytest.mark.parametrize("draft", ["Thanks for the answer!", "Good catch, I'll fix that.", "You're welcome!"])
def test_who_began_the_thread_is_asked_for_no_news_of_it(make: Make, draft: str) -> None:
    assert not make("answer", draft, answering="Does it work now?", title="Deadlock in the pool")
    assert all("[… " in text for text in make("experience", draft, answering=ANSWER, title="Deadlock"))
    assert not any("the lock" in text for text in make("point", draft, answering=ANSWER, title="Deadlock"))


def test_a_pitch_is_no_word_to_those_who_answered(material: Callable[..., Material]) -> None:
    assert not material("Check out my channel!", answering=ANSWER).own_thread


@pytest.mark.parametrize("draft", ["Also interested", "Thanks for asking this", "Interested as well"])
def test_who_wants_to_know_too_waits(material: Callable[..., Material], draft: str) -> None:
    assert material(draft, answering="What do you plant under a walnut tree?").has_it_too


def test_keeping_something_up_is_no_waiting(material: Callable[..., Material]) -> None:
    assert not material("Such an inspiring read, keep it up!", answering="I sold my car in March.").has_it_too


def test_a_wish_is_told_with_what_it_is_for(make: Make) -> None:
    made = make("experience", "Would love to see this!", answering="Please add a filter for file types.")
    assert any("I'd use it for [… " in text for text in made)


@pytest.mark.parametrize(
    "draft", ["Need a loan?", "Great post! Need a website?", "Do you need a tutor?", "Need more shelves?"]
)
def test_who_asks_what_others_need_wishes_for_nothing(material: Callable[..., Material], draft: str) -> None:
    assert "wishes" not in material(draft, answering=ANSWER).stances


@pytest.mark.parametrize("draft", ["I need a loan", "Need a dark mode!", "Do I need a permit for this?"])
def test_who_needs_something_wishes_for_it(material: Callable[..., Material], draft: str) -> None:
    assert "wishes" in material(draft, answering=ANSWER).stances


def test_shared_trouble_asks_when_it_began(make: Make) -> None:
    made = make("ask", "Same problem here", answering="It stops after the update. I use the snap.")
    assert any("When did it start" in text for text in made)


def test_a_question_that_stays_is_followed_by_why_it_is_asked(make: Make) -> None:
    draft = "Which of the two pools do you mean, and what does the second one hold?"
    assert f"{draft} I'm asking because [… why]." in make("point", draft, answering=ANSWER)


def test_a_statement_that_stays_is_gone_on_from(make: Make) -> None:
    draft = "This will never work on a slow disk."
    assert f"{draft} For example, [… one example]." in make("point", draft, answering=ANSWER)


def test_who_says_our_without_pitching_speaks_for_one(material: Callable[..., Material]) -> None:
    assert not material("Our Tax dough", answering=ANSWER).voice.plural
    assert material("Visit our shop!", answering=ANSWER).voice.plural


def test_a_headline_passed_on_gets_no_story(make: Make, material: Callable[..., Material]) -> None:
    gathered = material("Great!", title="Town opens its third library this year")
    assert not gathered.passes_on
    assert not make("experience", "Great!", title="Town opens its third library this year")


def test_who_writes_in_full_is_given_no_short_forms(make: Make) -> None:
    draft = "This is a great tutorial, I am glad that you do not skip the basics."
    for move in ("experience", "point"):
        assert not any("'" in text.removeprefix(draft) for text in make(move, draft, title="R Tutorial"))


def test_who_waits_for_an_answer_wishes_for_nothing(material: Callable[..., Material]) -> None:
    assert "wishes" not in material("Following, need this too", answering="What camera do you use?").stances


def test_thanks_for_news_are_no_word_to_those_who_answered(material: Callable[..., Material]) -> None:
    assert not material("Thanks for the information", answering=ANSWER).own_thread


def test_an_emoji_behind_it_leaves_agreement_what_it_is(material: Callable[..., Material]) -> None:
    assert material("So true 😂😂", answering="Nobody complains about distortion.").agrees
