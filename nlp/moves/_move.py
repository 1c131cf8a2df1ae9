"""A move: when it fits, and the rewrites that it makes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType

from nlp.moves._material import Material
from nlp.moves._rewrite import Rewrite
from nlp.moves._stance import BESIDE, Stance


@dataclass(frozen=True)
class Move:
    """One way to add something.

    `fits` says whether it applies here; how good a rewrite would be, its appeal says (`_appeal.py`).
    `by_stance` are its wordings for a draft whose stance counts for more than what the parent offers, with
    their `parts`; `make` yields rewrites of what is offered. Every name, number and link in them
    comes from the material; what only the writer knows is a blank. `frame` are the words of content that its
    own wordings bring along, beside those that only hold sentences together; the tests let a suggestion have
    no others from nowhere.
    """

    name: str
    why: str
    frame: str
    fits: Callable[[Material], bool]
    make: Callable[[Material], Iterator[Rewrite]]
    by_stance: Mapping[Stance, tuple[str, ...]] = field(default_factory=dict, hash=False)
    parts: Mapping[str, str] = field(default_factory=dict, hash=False)

    def rewrites(self, material: Material) -> Iterator[Rewrite]:
        """What it writes for the draft's stance, and of what is offered where that leaves room."""
        for stance in material.stances:
            if wordings := self.by_stance.get(stance):
                link = material.links[0] if material.links else ""
                yield from material.write_behind_remark(wordings, **{"link": link, **self.parts})
                if stance not in BESIDE:
                    return
        yield from self.make(material)


def move_in(module: ModuleType) -> Move:
    """The `move` of a file; `ValueError` when it has none or another name than its file."""
    move = getattr(module, "move", None)
    file_name = module.__name__.rpartition(".")[2]
    if not isinstance(move, Move):
        raise ValueError(f"{file_name}.py: a move's file ends with `move = Move(...)`")
    if move.name != file_name:
        raise ValueError(f"{file_name}.py: the move is named {move.name!r}; name it like its file")
    return move
