"""What is promised of the judge, on figures that can be reckoned by hand, and what is written to teach it."""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from nlp.training.judge import promises
from nlp.training.judge.written import FOLDER, read_written
from nlp.training.posts import VERDICTS

TESTS = Path(__file__).parents[1]


def test_a_threshold_lets_few_contributions_be_flagged():
    flags = np.linspace(0, 0.999, 1000)
    found = promises.thresholds(flags, np.zeros(1000, dtype=int))
    for strictness, most in promises.FALSE_FLAGS.items():
        assert (flags >= found[strictness]).mean() <= most + 0.001  # the chance at the limit counts
    assert found["relaxed"] > found["normal"] > found["strict"]


def test_a_higher_temperature_makes_chances_less_bold():
    sums = np.array([[4.0, 0.0, 0.0]])
    assert promises.chances(sums, 2)[0, 0] < promises.chances(sums, 1)[0, 0]
    assert promises.chances(sums, 2).sum() == pytest.approx(1)


def test_figures_count_each_kind_of_post_apart():
    found = promises.promises(np.array([True, False, True, True]), np.array([0, 0, 1, 2]))
    assert found == {"false flags": 0.5, "flag recall": 1, "contributions": 2, "flags": 2}


def test_every_written_draft_has_a_verdict_and_no_two_under_one_post():
    written = list(read_written())
    assert {draft.verdict for draft in written} == set(VERDICTS)
    verdicts = {(draft.text, draft.context.parent_text): draft.verdict for draft in written}
    assert len(verdicts) == len(written)


def test_no_sentence_of_the_tests_is_taught():
    asked = {line for file in (TESTS / "drafts").glob("*.txt") for line in file.read_text().splitlines()}
    for file in (TESTS / "pairs").glob("*/*.toml"):
        asked |= {text for pair in tomllib.loads(file.read_text())["pair"] for text in pair.values()}
    taught = {text for draft in read_written() for text in (draft.text, draft.context.parent_text)}
    sentences = {text for text in asked if len(text.split()) > 2}
    assert len(list(FOLDER.glob("*.toml"))) > 5
    assert not sentences & taught
