"""What is learnt in an epoch: the treebanks in new units and styles, and later a share of the silver too."""

import random
from typing import Any

from nlp.training import batches, silver
from nlp.training.batches import Batch, batched
from nlp.training.corpus import Corpus, Shares
from nlp.training.labels import Labels
from nlp.training.silver import Reading


class Lessons:
    """Batches for each epoch. Readings come in after the `steady_epochs`, one share after another."""

    def __init__(
        self,
        corpus: Corpus,
        settings: dict[str, float],
        readings: list[Reading] | None = None,
        share: float = 1.0,
        styles: Shares = (),
    ) -> None:
        self.corpus = corpus
        self.tokens = int(settings["tokens_per_batch"])
        self.steady_epochs = int(settings["steady_epochs"])
        self.readings = readings or []
        self.share, self.styles = share, styles

    def __call__(self, epoch: int, rng: random.Random) -> list[list[Any]]:
        """The batches of an epoch, each of treebank units or of readings only."""
        found: list[list[Any]] = list(batched(self.corpus.units(rng), self.tokens, rng))
        if self.readings and epoch >= self.steady_epochs:
            read = [reading.typed(self.styles, rng) for reading in self._share(epoch - self.steady_epochs)]
            found.extend(batched(read, self.tokens, rng))
            rng.shuffle(found)
        return found

    def _share(self, number: int) -> list[Reading]:
        """A share of the readings, no two in a row alike."""
        shares = max(1, round(1 / self.share))
        return self.readings[number % shares :: shares]


def lesson_tensors(units: list[Any], labels: Labels) -> Batch:
    """A batch as tensors, be it of treebank units or of readings."""
    if isinstance(units[0], Reading):
        return silver.as_tensors(units)
    return batches.as_tensors(units, labels)
