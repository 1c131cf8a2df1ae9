"""The training text of an epoch: treebank paragraphs, newly cut into units and put into styles."""

import random
from collections.abc import Sequence
from pathlib import Path

from nlp.training import styles
from nlp.training.conllu import read_documents
from nlp.training.tweets import dressed
from nlp.training.units import Unit, cut_units, paragraphs

Shares = Sequence[tuple[styles.Style, float]]


def with_shares(shares: dict[str, float]) -> Shares:
    """The styles of those names, each with the share of the units that it is put over."""
    return [
        (dressed if name == "dressed" else getattr(styles, name), share) for name, share in shares.items()
    ]


class Corpus:
    """Paragraphs of treebanks. `shares` tells how many of the units are put into each style."""

    def __init__(self, paths: list[Path], shares: dict[str, float]) -> None:
        self.paragraphs = [
            paragraph
            for path in paths
            for document in read_documents(path)
            for paragraph in paragraphs(document)
        ]
        self.styles = with_shares(shares)

    def units(self, rng: random.Random) -> list[Unit]:
        """All paragraphs, as chance cuts and styles them."""
        units = [unit for paragraph in self.paragraphs for unit in cut_units(paragraph, rng)]
        return [self._styled(unit, rng) for unit in units]

    def _styled(self, unit: Unit, rng: random.Random) -> Unit:
        for style, share in self.styles:
            if rng.random() < share:
                unit = style(unit, rng)
        return unit
