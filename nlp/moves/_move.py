"""A move: when it fits, and the rewrite that it makes."""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType

from nlp.moves._material import Material


@dataclass(frozen=True)
class Move:
    """One way to add something.

    `fits` says how well it suits the material, 0 for not at all; of the moves that fit, the best are shown.
    `make` writes the whole new draft, or gives None where it would not read well. Every name, number and link
    in it comes from the material; what only the writer knows is a blank.
    """

    name: str
    why: str
    fits: Callable[[Material], float]
    make: Callable[[Material], str | None]


def move_in(module: ModuleType) -> Move:
    """The `move` of a file; `ValueError` when it has none or another name than its file."""
    move = getattr(module, "move", None)
    file_name = module.__name__.rpartition(".")[2]
    if not isinstance(move, Move):
        raise ValueError(f"{file_name}.py: a move's file ends with `move = Move(...)`")
    if move.name != file_name:
        raise ValueError(f"{file_name}.py: the move is named {move.name!r}; name it like its file")
    return move
