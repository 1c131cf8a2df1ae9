"""Drafts that have the same as what they answer."""

from collections.abc import Callable

import pytest

from nlp import Context, Review, Reviewer

Ask = Callable[..., Review]
REPORT = "Login page flickers since 2.4. I cleared the cache and nothing changed."
ALSO = "I also have the flicker on the login page."


def test_who_has_the_same_and_says_no_more_brings_nothing_new(review: Ask) -> None:
    found = review(ALSO, answering=REPORT)
    assert found.verdict == "me_too"
    assert [signal.name for signal in found.signals] == ["repeats_the_parent"]


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        ("I grew up in Leeds too!", "I grew up in Leeds."),
        ("We also moved our queue to Postgres.", "We moved our queue to Postgres. It took a week."),
    ],
)
def test_who_did_the_same_tells_of_a_life(review: Ask, draft: str, told: str) -> None:
    assert review(draft, answering=told).verdict == "contributes"


def test_another_word_for_the_same_trouble_is_nothing_new(review: Ask) -> None:
    draft = "I have the broken calendar sync on Android too."
    assert review(draft, answering="The 3.2 update breaks the calendar sync on Android.").verdict == "me_too"


def test_a_title_is_repeated_like_a_post(reviewer: Reviewer) -> None:
    found = reviewer.review(ALSO, Context(thread_title="Login page flickers"))
    assert found.verdict == "me_too"


@pytest.mark.parametrize(
    "draft",
    [
        "I also have the flicker on the login page, with Firefox.",
        "I also have the flicker on the login page: https://example.org/flicker.mp4",
        "I also have the flicker on the login page since the update.",
        "I also have the flicker on the login page, not on any other.",
        "Also flickers here at `page.login`.",
        "I also have the flicker on the login page, did you find out more?",
        "The login page flickers because the cache is cleared.",
        "My login page is too big.",
    ],
)
def test_whoever_adds_a_word_of_their_own_contributes(review: Ask, draft: str) -> None:
    assert review(draft, answering=REPORT).verdict == "contributes"


@pytest.mark.parametrize(
    "asked", ["Does anyone else's login page flicker?", "Who has the login page flickering?"]
)
def test_whoever_is_asked_whether_they_have_it_answers(review: Ask, asked: str) -> None:
    assert review(ALSO, answering=asked).verdict == "contributes"


def test_without_a_parent_nothing_is_repeated(review: Ask) -> None:
    assert review(ALSO).verdict == "contributes"


def test_who_is_relaxed_hears_of_it_only_if_the_words_tell(reviewer: Reviewer) -> None:
    relaxed = reviewer.review(ALSO, Context(parent_text=REPORT), strictness="relaxed")
    assert relaxed.verdict == "contributes"


CALL = "Please provide a new release: the last one is from March."


@pytest.mark.parametrize(
    "draft",
    [
        "Any update on the new release?",
        "@maria any news on the release?",
        "Is there any progress on providing a new release?",
        "What is the status of the new release?",
    ],
)
def test_a_bump_that_names_only_what_was_called_for_is_a_bump(review: Ask, draft: str) -> None:
    found = review(draft, answering=CALL)
    assert found.verdict == "me_too"
    assert [signal.name for signal in found.signals] == ["bump"]


@pytest.mark.parametrize(
    "draft",
    [
        "Any update on the new release? We need the fix for issue 412.",
        "Any update on the new release? What is missing, and can I help with the changelog?",
        "So how do I fix this in the last release?",
    ],
)
def test_a_bump_with_something_beside_it_contributes(review: Ask, draft: str) -> None:
    assert review(draft, answering=CALL).verdict == "contributes"


def test_by_itself_a_question_about_a_release_is_a_question(review: Ask) -> None:
    assert review("What is the status of the new release?").verdict == "contributes"
