"""The context counts: one draft under two parents gets two verdicts.

`pairs/contrast/` holds pairs written for this project. A model that reads the draft alone gets none right.
"""

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from nlp import Review

FILES = sorted((Path(__file__).parent / "pairs" / "contrast").glob("*.toml"))
LEAST = 0.85
"""Share of all pairs of which both verdicts are right; measured, and not to be lost again."""


def pairs(file: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))["pair"]
    return found


def is_right(review: Callable[..., Review], pair: dict[str, str]) -> bool:
    welcome = review(pair["draft"], answering=pair["contributes"], suggestions=0)
    empty = review(pair["draft"], answering=pair["flagged"] or None, suggestions=0)
    return welcome.verdict == "contributes" and empty.verdict in {"me_too", "promotion"}


def test_there_are_pairs_of_every_kind() -> None:
    assert sum(len(pairs(file)) for file in FILES) >= 80
    assert len(FILES) >= 3


def test_one_draft_gets_two_verdicts_under_two_parents(review: Callable[..., Review]) -> None:
    every = [pair for file in FILES for pair in pairs(file)]
    wrong = [pair["draft"] for pair in every if not is_right(review, pair)]
    assert 1 - len(wrong) / len(every) >= LEAST, f"{len(wrong)} of {len(every)} wrong: {wrong}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_pair_is_there_twice(file: Path) -> None:
    drafts = [pair["draft"] for pair in pairs(file)]
    assert len(set(drafts)) == len(drafts)
