"""What is offered in place of a flagged draft."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest

from nlp import Context, Review, Reviewer, Suggestion
from nlp.blanks import BLANK
from nlp.gate import filled, repeats
from nlp.inventions import Known
from nlp.lengths import counted
from nlp.moves import glue
from nlp.moves._wording import opening

Ask = Callable[..., Review]
PARENTS = {
    "queue": "We moved our queue from Redis to Postgres last spring. p95 went from 120 ms to 40 ms. "
    "The hardest part was the retry loop: SKIP LOCKED isn't enough when a worker dies.",
    "bread": "My rye bread rises. I keep the starter at 28 °C overnight and bake it in the cast iron pot.",
    "question": "Does anybody run Home Assistant on the old NUC? The fan drives me mad.",
    "shouting": "THIS IS THE BEST DAY OF MY LIFE",
    "one word": "Interesting",
}
FLAGGED = ["Great post!", "thx", "Same here", "+1", "any update?", "lol", "Check out my channel: https://youtu.be/x",
           "Like and share!", "Buy now, 50% off, link in bio"]  # fmt: skip


def pairs() -> list[pytest.param]:
    return [
        pytest.param(draft, parent, id=f"{draft} / {name}")
        for draft in FLAGGED
        for name, parent in PARENTS.items()
    ]


@pytest.mark.parametrize(("draft", "parent"), pairs())
def test_a_flagged_reply_gets_two_or_three_ways_out(review: Ask, draft: str, parent: str) -> None:
    found = review(draft, answering=parent, title="An evening well spent")
    assert found.verdict in {"me_too", "promotion"}
    assert 2 <= len(found.suggestions) <= 3


@pytest.mark.parametrize("draft", FLAGGED)
def test_without_any_context_there_is_still_one(review: Ask, draft: str) -> None:
    assert review(draft).suggestions


def suggested(review: Ask, draft: str, parent: str) -> tuple[Suggestion, ...]:
    suggestions = review(draft, answering=parent).suggestions
    assert suggestions
    return suggestions


@pytest.mark.parametrize(("draft", "parent"), pairs())
def test_a_suggestion_passes_the_review_once_it_is_filled(review: Ask, draft: str, parent: str) -> None:
    for suggestion in suggested(review, draft, parent):
        again = review(filled(suggestion.text), answering=parent)
        assert (again.verdict, again.open_blanks) == ("contributes", ())


@pytest.mark.parametrize(("draft", "parent"), pairs())
def test_suggestions_differ_and_say_where_their_blanks_are(review: Ask, draft: str, parent: str) -> None:
    suggestions = suggested(review, draft, parent)
    for one, other in combinations(suggestions, 2):
        assert not repeats(one.text, [other.text])
        assert opening(one.text) != opening(other.text)
    for suggestion in suggestions:
        assert all(text.startswith("[… ") and text.endswith("]") for text in blanks_of(suggestion))


def blanks_of(suggestion: Suggestion) -> list[str]:
    text = suggestion.text.encode("utf-16-le")
    return [text[2 * span.start : 2 * span.end].decode("utf-16-le") for span in suggestion.blanks]


def test_each_suggestion_asks_the_writer_for_something_else(review: Ask) -> None:
    parent = "bus 14 just drove past me AGAIN. driver waved. third time this week, its personal"
    asked = [BLANK.findall(suggestion.text) for suggestion in review("lmao", answering=parent).suggestions]
    assert len(asked) >= 2
    assert not any(one == other for one, other in combinations(asked, 2))


@pytest.mark.parametrize(("draft", "parent"), pairs())
def test_a_suggestion_adds_no_noise(review: Ask, draft: str, parent: str) -> None:
    for suggestion in suggested(review, draft, parent):
        assert "!" not in suggestion.text
        assert "#" not in suggestion.text
        known = Known(draft, Context(parent_text=parent), glue())
        assert not list(known.inventions(suggestion.text))


def test_a_writer_without_capitals_gets_none_but_in_names(review: Ask) -> None:
    for suggestion in suggested(review, "great post", PARENTS["queue"]):
        names = [word for word in re.findall(r"\w+", suggestion.text) if not word.islower()]
        assert all(name in PARENTS["queue"] for name in names)


def test_own_good_words_stay(review: Ask) -> None:
    texts = [suggestion.text for suggestion in review("Same here!", answering=PARENTS["bread"]).suggestions]
    assert any("same" in text.lower() for text in texts)
    texts = [suggestion.text for suggestion in review("Thanks!", answering=PARENTS["bread"]).suggestions]
    assert texts[0].startswith("Thank")


def test_a_pitch_keeps_its_link_whole(review: Ask) -> None:
    texts = [one.text for one in review("Check out my channel: https://youtu.be/x").suggestions]
    assert any(text.endswith("https://youtu.be/x") for text in texts)


def test_the_same_draft_gets_the_same_suggestions(review: Ask) -> None:
    first, second = (review("Great post!", answering=PARENTS["queue"]) for _ in range(2))
    assert first == second


def test_wording_varies_with_the_draft(review: Ask) -> None:
    texts = {
        review(draft, answering=PARENTS["queue"]).suggestions[0].text
        for draft in ("nice", "cool", "lovely", "great")
    }
    assert len(texts) > 1


def test_a_site_with_a_limit_gets_no_longer_suggestions(review: Ask) -> None:
    parent = f"We looked at `{'a' * 30}` and `{'b' * 30}`."
    long_link = "https://example.com/" + "x" * 150
    suggestions = review(f"Check out my channel {long_link}", answering=parent, site="x").suggestions
    assert suggestions
    for suggestion in suggestions:
        assert counted(suggestion.text, "x") <= 280


def test_no_more_suggestions_than_asked_for(review: Ask) -> None:
    assert len(review("Great post!", answering=PARENTS["queue"], suggestions=1).suggestions) == 1
    assert review("Great post!", answering=PARENTS["queue"], suggestions=0).suggestions == ()


@pytest.mark.parametrize("draft", ["Port 8080.", "", "C'est exactement ce que je cherchais"])
def test_what_is_not_flagged_gets_no_suggestions(review: Ask, draft: str) -> None:
    assert review(draft, answering=PARENTS["queue"]).suggestions == ()


def test_a_draft_with_an_open_blank_gets_no_suggestions(review: Ask) -> None:
    assert review("Great post! [… why]", answering=PARENTS["queue"]).suggestions == ()


def test_no_statement_is_quoted_twice(reviewer: Reviewer) -> None:
    view = Context(parent_text="Nobody reads the notes because nobody wrote down what was decided.")
    quoting = [one.text for one in reviewer.suggest("So true!", view) if "“Nobody reads" in one.text]
    assert len(quoting) <= 1


@pytest.mark.parametrize("draft", ["Great post!", "Same here", "thanks for sharing!!", "So true"])
def test_no_two_that_name_nothing_ask_for_the_same(review: Ask, draft: str) -> None:
    parent = "Tabs are better for accessibility. Screen reader users can set the width."
    open_ones = [text.text for text in suggested(review, draft, parent) if "“" not in text.text]
    asked = [set(BLANK.findall(text)) - {"[… why]"} for text in open_ones]
    assert open_ones
    assert all(one.isdisjoint(other) for one, other in combinations(filter(None, asked), 2))


def test_not_every_draft_is_gone_on_from_in_the_same_words(review: Ask) -> None:
    drafts = ("Great post!", "Nice post!", "Lovely post!", "Good post!", "Great read!", "Nice read!")
    texts = (suggested(review, draft, PARENTS["bread"])[0].text for draft in drafts)
    assert len({text.partition(". ")[2] for text in texts}) > 1
