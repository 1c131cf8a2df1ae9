"""A short remark stays, and is gone on from; what can't be gone on from, or only half stands, doesn't."""

import re
from collections.abc import Callable

import pytest

from nlp import Context, Reviewer
from nlp.moves import Material
from tests.nlp.moves.conftest import Make

Gather = Callable[..., Material]
STORY = "The ferry to the island takes two hours. Nobody mends the pier."


@pytest.mark.parametrize(
    ("draft", "remark"),
    [
        ("Not a chance", "Not a chance"),
        ("UTTER NONSENSE!!", "Utter nonsense"),
        ("That was neat! :) 🙌", "That was neat"),
        ("Great work :+1:", "Great work"),
        (":tada: :heart_eyes: Great work (:+1:)", "Great work"),
        ("well put", "well put"),
        ("Congratulations!", "Congratulations"),
    ],
)
def test_a_remark_stays_without_its_noise(material: Gather, draft: str, remark: str) -> None:
    assert material(draft, answering=STORY).remark == remark


@pytest.mark.parametrize(
    "draft",
    [
        ":tada:",
        "That intro was :fire:",
        "Hello there",
        "First!",
        "Who is this?",
        "/assign",
        "#800",
        "Welcome back",
        "bump",
        "any progress on this",
        "Up",
        "Interested",
    ],
)
def test_what_gives_no_reason_is_no_remark(material: Gather, draft: str) -> None:
    assert material(draft, answering=STORY).remark is None


@pytest.mark.parametrize(
    ("draft", "parent", "remark"),
    [
        ("GREAT VIDEO JAKE", STORY, "Great video Jake"),
        ("NICE JOB, MARY ANN!!", STORY, "Nice job, Mary Ann"),
        ("I LOVE PRIYA SO MUCH", "The pier was mended by Priya.", "I love Priya so much"),
        ("GREAT POSTGRESQL TIP", "We run it on PostgreSQL.", "Great PostgreSQL tip"),
        ("I LOVE THE BOAT JAKE MADE", "Jake Builds A Boat", "I love the boat Jake made"),
        ("GREAT STORY FRIEND", "It was a GREAT day on the pier.", "Great story friend"),
    ],
)
def test_a_name_keeps_its_capital_where_the_others_go(
    material: Gather, draft: str, parent: str, remark: str
) -> None:
    assert material(draft, answering=parent).remark == remark


@pytest.mark.parametrize(
    "title", ["The Best Sunset Video Ever", "Sunset at the pier", "My sunset Sunset video"]
)
def test_no_word_of_a_headline_is_taken_for_a_name(material: Gather, title: str) -> None:
    assert material("I LOVE THE SUNSET", title=title).remark == "I love the sunset"


def test_a_shouted_name_is_shown_with_its_capital(reviewer: Reviewer) -> None:
    review = reviewer.review("GREAT JOB JAKE", Context(parent_text=STORY))
    assert any("Great job Jake" in suggestion.text for suggestion in review.suggestions)


def test_a_remark_is_followed_by_what_it_rests_on(make: Make) -> None:
    assert any(
        text.startswith("Not a chance") and "[… why]" in text for text in make("point", "Not a chance")
    )


@pytest.mark.parametrize("draft", ["Congrats", "Haha nice one", "Oh yes", "Merry xmas everybody"])
def test_no_reason_follows_where_there_is_nothing_to_explain(make: Make, draft: str) -> None:
    for context in ({"answering": STORY}, {"title": "Adele - Hello"}):
        for text in make("point", draft, **context):
            assert not re.match(rf"{draft}, (?:because|mostly|most|above)\b", text), text


def test_no_sentence_is_quoted_behind_praise(make: Make) -> None:
    assert not any("all “" in text for text in make("point", "Great post", answering=STORY))


def test_a_remark_stays_before_what_is_said_of_a_song(make: Make) -> None:
    said = [
        text
        for move in ("point", "experience")
        for text in make(move, "Three million views by now", title="Adele - Hello")
        if "“Hello”" in text
    ]
    assert said
    assert all(text.startswith("Three million views by now. ") for text in said)


def test_the_title_alone_is_no_remark(material: Gather) -> None:
    assert material("Party rock!!", title="LMFAO - Party Rock Anthem").remark is None


@pytest.mark.parametrize(
    "pitch",
    [
        "I get more and more famous because my beats are honest.",
        "Cruise holidays can be booked at the cheapest prices here.",
        "Our channel teaches juggling and cooking every week.",
    ],
)
def test_no_sentence_of_a_pitch_stays(material: Gather, pitch: str) -> None:
    draft = f"{pitch} I keep six hives on a roof and weigh them every Sunday. Subscribe to my channel!!!"
    assert material(draft, answering=STORY).kept == (
        "I keep six hives on a roof and weigh them every Sunday.",
    )


def test_thanks_stay_thanks_in_their_own_words(make: Make) -> None:
    made = make("thank", "Thanks a lot Derek", title="Soldering for beginners")
    assert any(text.startswith("Thanks a lot Derek, [… ") for text in made)


def test_a_command_or_quotation_alone_gets_no_suggestion(material: Gather) -> None:
    for draft in ("/assign @sam", '"They came at night..."'):
        assert not material(draft, answering=STORY).says_something


@pytest.mark.parametrize("cut", ["https:// shop.example/a", "wa.me/+<phone>", "example.com/a-page..."])
def test_a_link_that_was_cut_off_is_in_no_suggestion(material: Gather, cut: str) -> None:
    assert not material(f"Buy our lamps: {cut}").links
