"""How likely a person would post a rewrite once its blanks are filled, as readers of many have judged.

A logistic model over traits that can be named. `_appeal.json` has its weights by whose traits they are: those
of any rewrite (""), of a move's, of a kind's. `nlp.training.appeal` learns them.
"""

import json
import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from nlp.moves._kinds import kinds
from nlp.moves._material import Material
from nlp.moves._rewrite import Rewrite
from nlp.moves._traits import Traits

WEIGHTS = Path(__file__).with_suffix(".json")
ITSELF = "itself"
"""The trait that each move and kind has."""


class Appeal:
    """Weighs the rewrites of one draft."""

    def __init__(self, material: Material) -> None:
        self._traits = Traits(material)
        self._by_kind: dict[tuple[str, str], float] = {}

    def chance(self, move: str, rewrite: Rewrite) -> float:
        """From 0 to 1, how likely its writer would post it."""
        kind = kinds()[rewrite.wordings]
        if (move, kind) not in self._by_kind:
            self._by_kind[move, kind] = _weighed(move, kind, (*self._traits.of_draft, ITSELF))
        own = _weighed(move, kind, (*self._traits.of(rewrite), rewrite.wording))
        return 1 / (1 + math.exp(-self._by_kind[move, kind] - own))


def owners(move: str, kind: str) -> tuple[str, str, str]:
    """Whose weights count for a rewrite."""
    return "", move, f"{move} {kind}"


def _weighed(move: str, kind: str, traits: Iterable[str]) -> float:
    """What traits add up to; those that were never read add nothing."""
    tables = [table for owner in owners(move, kind) if (table := _weights().get(owner))]
    return sum(table.get(trait, 0.0) for trait in traits for table in tables)


@cache
def _weights() -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights
