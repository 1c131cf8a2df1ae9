"""The moves: ways to turn a draft into one that adds something. A file each."""

import sys
from collections.abc import Iterator
from functools import cache
from itertools import islice

from nlp.moves._glue import glue_of, wordings_of
from nlp.moves._material import Material, gather
from nlp.moves._move import Move, Rewrite, move_in
from nlp.moves._trimming import is_loud
from nlp.registry import modules_in

__all__ = ["Material", "Move", "Rewrite", "gather", "glue", "is_loud", "moves", "rewrites", "wordings"]


MOST_MADE = 24
"""Rewrites that one move makes; the best come first."""


@cache
def moves() -> tuple[Move, ...]:
    """Every move of this folder, by name. Raises `ValueError` with the file's name when one is malformed."""
    return tuple(move_in(module) for module in modules_in(sys.modules[__name__]))


def rewrites(material: Material) -> Iterator[tuple[Move, tuple[Rewrite, ...]]]:
    """What each move makes of the material, the best move first; the gate has still to pass them."""
    if not material.says_something:
        return
    fitting = {move: fits for move in moves() if (fits := move.fits(material)) > 0}
    for move in sorted(fitting, key=lambda move: (-fitting[move], move.name)):
        if made := tuple(islice(move.rewrites(material), MOST_MADE)):
            yield move, made


@cache
def glue() -> frozenset[str]:
    """The words that the moves put their rewrites together with, in small letters."""
    return glue_of(tuple(modules_in(sys.modules[__name__])))


def wordings() -> tuple[str, ...]:
    """All wordings of the moves, with the places for their parts."""
    return tuple(wordings_of(tuple(modules_in(sys.modules[__name__]))))
