"""A draft as the judge's numbers: its n-grams weighed by how rare they are, and its traits."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from nlp.judge.grams import Grams, Places, grams_of
from nlp.judge.traits import traits_of

Floats = npt.NDArray[np.float32]

TRAIT_SIZE = 0.5
"""What a trait counts beside all n-grams of the draft, whose vector has length 1."""


@dataclass(frozen=True)
class Features:
    """The features of one draft."""

    grams: Grams
    buckets: Places
    """The different buckets among those of `grams`."""
    place: Places
    """For each of `grams` where its bucket stands in `buckets`."""
    times: Places
    """How often each of `buckets` occurs."""
    traits: dict[str, float]

    def sizes(self, rarity: Floats) -> Floats:
        """How much each of `buckets` counts: its rarity times 1 + log(times), together of length 1."""
        sizes = (1 + np.log(self.times)) * rarity
        scaled: Floats = (sizes / (np.sqrt(np.square(sizes).sum()) or 1.0)).astype(np.float32)
        return scaled


def features_of(doc: Doc) -> Features:
    """The features of a draft that the rules have read."""
    grams = grams_of(doc)
    buckets, place, times = np.unique(grams.buckets, return_inverse=True, return_counts=True)
    traits = {name: TRAIT_SIZE * value for name, value in traits_of(doc).items()}
    return Features(grams, buckets, place, times, traits)
