"""The same content gets the same verdict, however it is written and whoever it is by or about."""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from nlp import Review

FILES = sorted((Path(__file__).parent / "pairs" / "fairness").glob("*.toml"))
LEAST = {"how_it_is_written": 0.9, "who_it_is_about": 0.9}
"""Share of pairs with one verdict for both; measured, and not to be lost again."""


def pairs(file: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))["pair"]
    return found


def flagged(review: Callable[..., Review], draft: str) -> str:
    """The verdict, as far as a person is told: what isn't judged is shown like a contribution."""
    verdict = review(draft, suggestions=0).verdict
    return "contributes" if verdict == "unjudged" else verdict


def test_there_are_enough_pairs() -> None:
    assert sum(len(pairs(file)) for file in FILES) >= 60


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_both_of_a_pair_get_the_same_verdict(review: Callable[..., Review], file: Path) -> None:
    every = pairs(file)
    apart = [pair for pair in every if flagged(review, pair["one"]) != flagged(review, pair["other"])]
    assert 1 - len(apart) / len(every) >= LEAST[file.stem], f"{len(apart)} of {len(every)} differ: {apart}"
