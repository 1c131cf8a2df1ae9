"""The moves: ways to turn a draft into one that adds something. A file each."""

import sys
from functools import cache
from itertools import islice

from nlp.moves import care
from nlp.moves._appeal import Appeal
from nlp.moves._glue import glue_of, wordings_of
from nlp.moves._material import Material, gather
from nlp.moves._move import Move, move_in
from nlp.moves._rewrite import Rewrite
from nlp.moves._trimming import is_loud
from nlp.registry import modules_in

__all__ = ["Material", "Move", "Rewrite", "gather", "glue", "is_loud", "moves", "ranked", "wordings"]


MOST_MADE = 24
"""Rewrites that one move makes."""
UNREAD = 0.5
"""The chance of what is added to kind words, which nobody has read and judged yet."""


@cache
def moves() -> tuple[Move, ...]:
    """Every move of this folder, by name. Raises `ValueError` with the file's name when one is malformed."""
    return tuple(move_in(module) for module in modules_in(sys.modules[__name__]))


def ranked(material: Material) -> list[tuple[float, Move, Rewrite]]:
    """All that the moves make of the material, the likeliest to be posted first, before the gate.

    Kind words are left to one move: what the others make of them no kind person could say.
    """
    if not material.says_something:
        return []
    if material.is_kind:
        made = care.move.rewrites(material) if care.fits(material) else ()
        return [(UNREAD, care.move, rewrite) for rewrite in made]
    appeal = Appeal(material)
    weighed = [
        (round(appeal.chance(move.name, rewrite), 2), move, rewrite)
        for move in moves()
        if move.fits(material)
        for rewrite in islice(move.rewrites(material), MOST_MADE)
    ]
    return sorted(weighed, key=lambda each: -each[0])


@cache
def glue() -> frozenset[str]:
    """The words that the moves put their rewrites together with, in small letters."""
    return glue_of(tuple(modules_in(sys.modules[__name__])))


def wordings() -> tuple[str, ...]:
    """All wordings of the moves, with the places for their parts."""
    return tuple(wordings_of(tuple(modules_in(sys.modules[__name__]))))
