"""The moves: ways to turn a flagged draft into one that adds something. A file each."""

import sys
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from nlp.moves._material import Material, gather
from nlp.moves._move import Move, move_in
from nlp.registry import modules_in

__all__ = ["Material", "Move", "candidates", "moves"]


@cache
def moves() -> tuple[Move, ...]:
    """Every move of this folder, by name. Raises `ValueError` with the file's name when one is malformed."""
    return tuple(move_in(module) for module in modules_in(sys.modules[__name__]))


def candidates(doc: Doc) -> Iterator[tuple[Move, str]]:
    """Rewrites of a flagged draft, best first, at most one a move; the gate has still to pass them."""
    material = gather(doc)
    ranked = sorted(moves(), key=lambda move: (-move.fits(material), move.name))
    for move in ranked:
        if move.fits(material) > 0 and (text := move.make(material)):
            yield move, text
