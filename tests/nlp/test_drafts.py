"""Drafts as people write them, one a line, by the verdict that a fair-minded regular would give."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nlp import Review

FOLDER = Path(__file__).parent / "drafts"
PARENT = "We are moving the service to a new host next week. What should we do first?"


def drafts(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("draft", drafts("me_too"))
def test_adds_nothing(review: Callable[..., Review], draft: str) -> None:
    assert review(draft, suggestions=0).verdict == "me_too"


@pytest.mark.parametrize("draft", drafts("promotion"))
def test_only_promotes(review: Callable[..., Review], draft: str) -> None:
    assert review(draft, suggestions=0).verdict == "promotion"


@pytest.mark.parametrize("draft", drafts("quiet"))
def test_is_never_flagged(review: Callable[..., Review], draft: str) -> None:
    assert review(draft, suggestions=0).verdict in {"contributes", "unjudged"}


@pytest.mark.parametrize("draft", drafts("quiet"))
def test_is_never_flagged_under_a_question(review: Callable[..., Review], draft: str) -> None:
    assert review(draft, answering=PARENT, suggestions=0).verdict == "contributes"
