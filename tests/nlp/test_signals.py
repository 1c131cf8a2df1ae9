"""Walks the signals: each documents itself, and fires on its bad examples and on none of its good ones."""

import re
from pathlib import Path

import pytest

from nlp import Context, Review, Reviewer
from nlp.signals import Example, Rule, SignalPage, reference, rules
from nlp.signals._rule import read_phrase_rule

FOLDER = Path(__file__).parents[2] / "nlp" / "signals"
PAGES = reference()


def examples(which: str) -> list[pytest.param]:
    return [
        pytest.param(page, example, id=f"{page.name}: {example}")
        for page in PAGES
        for example in getattr(page, which)
    ]


def fires(reviewer: Reviewer, page: SignalPage, example: Example) -> bool:
    return page.name in {signal.name for signal in reviewed(reviewer, example).signals}


def reviewed(reviewer: Reviewer, example: Example) -> Review:
    context = Context(parent_text=example.answering)
    return reviewer.review(example.draft, context, history=example.history, suggestions=0)


@pytest.mark.parametrize(("page", "example"), examples("bad"))
def test_a_bad_example_is_seen_as_one(reviewer: Reviewer, page: SignalPage, example: Example) -> None:
    is_flag = page.kind == "flag"
    assert fires(reviewer, page, example) is is_flag


@pytest.mark.parametrize(("page", "example"), examples("good"))
def test_a_good_example_is_seen_as_one(reviewer: Reviewer, page: SignalPage, example: Example) -> None:
    is_flag = page.kind == "flag"
    assert fires(reviewer, page, example) is not is_flag


@pytest.mark.parametrize(("page", "example"), examples("good"))
def test_no_good_example_is_flagged_by_anything(
    reviewer: Reviewer, page: SignalPage, example: Example
) -> None:
    review = reviewed(reviewer, example)
    flags = [signal.name for signal in review.signals if signal.kind == "flag"]
    assert not flags, (
        f"{page.name}: its good example {example.draft!r} is flagged as {flags}; mend that rule."
    )


def test_every_file_in_the_folder_is_a_signal() -> None:
    files = {file.stem for file in FOLDER.iterdir() if file.suffix in {".toml", ".py"}}
    expected = {name for name in files if not name.startswith("_")}
    assert {page.name for page in PAGES} == expected, (
        "Name helpers in nlp/signals/ with a leading underscore."
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_signal_speaks_in_whole_sentences(page: SignalPage) -> None:
    for part in ("what", "why", "wrong_when", "source", "reason"):
        text = getattr(page, part)
        assert text.endswith((".", "?")), (
            f"{page.name}: end `{part}` with a full stop; it is shown to people."
        )
    assert not page.title.endswith("."), f"{page.name}: a title is a heading, without a full stop."


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_signal_scolds(page: SignalPage) -> None:
    scolding = re.findall(r"(?i)\b(?:lazy|stupid|spam|useless|worthless|wrong|must|shouldn't)\b", page.reason)
    assert not scolding, f"{page.name}: say in `reason` what is missing, without {scolding}."


FLAGS = [rule for rule in rules() if rule.leads_to]


@pytest.mark.parametrize("rule", FLAGS, ids=lambda rule: rule.page.name)
def test_every_flag_has_a_short_headline(rule: Rule) -> None:
    name, headline = rule.page.name, rule.headline
    assert 10 <= len(headline) <= 90, (
        f"{name}: give a headline of at most 90 characters, not {len(headline)}."
    )
    if rule.leads_to == "me_too":
        assert "nothing new" in headline, f"{name}: the chip cuts the headline down to “nothing new”; say it."


def test_headlines_differ() -> None:
    headlines = [rule.headline for rule in FLAGS]
    assert len(set(headlines)) == len(headlines), "Give each flag a headline of its own."


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("kind = ", "Invalid value"),
        ('kind = "flag"', "Field required"),
        ('kind = "fault"', "Input should be 'flag' or 'strength'"),
        ('colour = "red"', "Extra inputs are not permitted"),
    ],
)
def test_a_malformed_rule_file_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "broken.toml"
    file.write_text(text)
    with pytest.raises(ValueError, match=rf"(?s)broken\.toml.*{complaint}"):
        read_phrase_rule(file)
