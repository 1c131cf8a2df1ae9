"""Walks the moves: each says what it does and why, and has a test."""

import sys
from pathlib import Path

import pytest

from nlp.moves import Move, moves
from nlp.moves._glue import glue_of
from tests.nlp.moves.invention_check import counts, is_closed_class

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


@pytest.mark.parametrize("move", moves(), ids=lambda move: move.name)
def test_every_move_declares_the_words_of_content_that_it_brings(move: Move) -> None:
    words = glue_of((sys.modules[f"nlp.moves.{move.name}"],)) - glue_of(())
    bare = {word for word in words if not is_closed_class(word)}
    assert bare <= set(move.frame.split()), f"{move.name}: add to FRAME, if nobody could take it for a fact."


@pytest.mark.parametrize("move", moves(), ids=lambda move: move.name)
def test_no_frame_counts_or_names_anything_or_holds_more_than_it_needs(move: Move) -> None:
    frame = move.frame.split()
    said = glue_of((sys.modules[f"nlp.moves.{move.name}"],))
    assert all(word.islower() and word in said for word in frame)
    assert not any(counts(word) for word in frame)
    assert len(frame) <= 60
