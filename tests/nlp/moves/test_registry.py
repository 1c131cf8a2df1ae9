"""Walks the moves: each says what it does and why, and has a test."""

import sys
from pathlib import Path

import pytest

from nlp.moves import Move, moves

MODULES = Path(sys.modules["nlp.moves"].__file__).parent
TESTS = Path(__file__).parent


def test_every_file_in_the_folder_is_a_move() -> None:
    files = {file.stem for file in MODULES.glob("*.py") if not file.stem.startswith("_")}
    assert {move.name for move in moves()} == files, "Name helpers in nlp/moves/ with a leading underscore."


@pytest.mark.parametrize("move", moves(), ids=lambda move: move.name)
def test_every_move_says_why(move: Move) -> None:
    assert move.why.endswith("."), f"{move.name}: `why` is shown to people; make it a sentence."


@pytest.mark.parametrize("move", moves(), ids=lambda move: move.name)
def test_every_move_says_what_it_does(move: Move) -> None:
    said = sys.modules[f"nlp.moves.{move.name}"].__doc__
    assert said, f"nlp/moves/{move.name}.py: begin with a docstring that says what the move does."


@pytest.mark.parametrize("move", moves(), ids=lambda move: move.name)
def test_every_move_has_a_test(move: Move) -> None:
    test = TESTS / f"test_{move.name}.py"
    assert test.is_file(), (
        f"Write tests/nlp/moves/{test.name}: what the move makes of a draft and its parent."
    )
