"""Posts as rows of a matrix: the n-grams that enough posts have, then the traits.

What needs SciPy imports it when it is called (see ../requirements.txt).
"""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from nlp.components import RULES
from nlp.judge.features import KINDS, Bag, Features, features_of
from nlp.judge.grams import BITS, Grams
from nlp.review import Context
from nlp.reviewer import Reader

if TYPE_CHECKING:
    import scipy.sparse as sp

RARITY_STEPS = 4
"""Steps in which rarities are told apart: so they take little room."""

NOWHERE = Grams(*(np.empty(0, dtype=np.int64) for _ in range(3)), places=0)


class Rows:
    """Posts as rows. What isn't known when it is made is left out of rows of later posts."""

    def __init__(
        self,
        features: list[Features],
        fewest_posts: dict[str, int],
        size_of: Callable[[str], float],
    ) -> None:
        """Know n-grams that are found in enough of these posts.

        `size_of` tells what a trait counts of its size: the less, the tighter a model holds its weight.
        """
        self.place_of: dict[str, np.ndarray] = {}
        self.rarity: dict[str, np.ndarray] = {}
        for kind in KINDS:
            in_posts = _in_posts([some.bags[kind] for some in features])
            known = np.flatnonzero(in_posts >= fewest_posts[kind])
            rarity = np.log((1 + len(features)) / (1 + in_posts)) + 1
            self._know(kind, known, np.append(rarity[known], rarity.max()))
        self.trait_names = tuple(sorted({name for some in features for name in some.traits}))
        self.trait_sizes = np.array([size_of(name) for name in self.trait_names], dtype=np.float32)

    def only(self, weights: np.ndarray, most: dict[str, int]) -> "Rows":
        """Rows that know so many n-grams of a kind only: those that matter most by these weights."""
        fewer = copy(self)
        fewer.place_of, fewer.rarity = {}, {}
        for kind, some in zip(KINDS, np.split(weights, np.cumsum(self.widths)[:-1]), strict=False):
            matters = np.ptp(some, axis=1) * self.rarity[kind][:-1]
            kept = np.sort(np.argsort(-matters, kind="stable")[: most[kind]])
            known = np.flatnonzero(self.place_of[kind] < len(some))
            fewer._know(kind, known[kept], self.rarity[kind][np.append(kept, -1)])
        return fewer

    def _know(self, kind: str, buckets: np.ndarray, rarity: np.ndarray) -> None:
        """Know these n-grams, with their rarities; the last is that of what isn't known."""
        self.place_of[kind] = np.full(2**BITS, len(buckets), dtype=np.int32)
        self.place_of[kind][buckets] = np.arange(len(buckets))
        self.rarity[kind] = (np.round(rarity * RARITY_STEPS) / RARITY_STEPS).astype(np.float32)

    @property
    def widths(self) -> list[int]:
        """Columns of each kind of n-grams, then those of the traits."""
        return [*(len(self.rarity[kind]) - 1 for kind in KINDS), len(self.trait_names)]

    def of(self, features: list[Features]) -> "sp.csr_matrix":
        """The rows of posts."""
        import scipy.sparse as sp

        grams = [self._grams([some.bags[kind] for some in features], kind) for kind in KINDS]
        return sp.hstack([*grams, self._traits(features)]).tocsr()

    def _grams(self, bags: list[Bag], kind: str) -> "sp.csr_matrix":
        known = len(self.rarity[kind]) - 1
        columns = [self.place_of[kind][bag.buckets] for bag in bags]
        sizes = [bag.sizes(self.rarity[kind][row]) for bag, row in zip(bags, columns, strict=True)]
        return _matrix(columns, sizes, known + 1)[:, :known]

    def _traits(self, features: list[Features]) -> "sp.csr_matrix":
        place = {name: number for number, name in enumerate(self.trait_names)}
        known = [
            {place[name]: value for name, value in some.traits.items() if name in place} for some in features
        ]
        columns = [np.array(list(row), dtype=int) for row in known]
        values = [np.array(list(row.values()), dtype=np.float32) for row in known]
        return _matrix(columns, values, len(place)).multiply(self.trait_sizes)


def read_features(drafts: Iterable[tuple[str, Context]]) -> Iterator[Features]:
    """The features of each draft, without the places of its n-grams."""
    reader = Reader(RULES)
    reader.language.disable_pipe("syntax")  # the judge doesn't look at it
    for doc in reader.read(drafts):
        features = features_of(doc)
        yield replace(features, bags={kind: _without_places(bag) for kind, bag in features.bags.items()})


def _without_places(bag: Bag) -> Bag:
    """The same in a tenth of the memory."""
    return Bag(NOWHERE, bag.buckets.astype(np.int32), bag.times.astype(np.int32))


def _in_posts(bags: list[Bag]) -> np.ndarray:
    """In how many posts each bucket is found."""
    return np.bincount(np.concatenate([bag.buckets for bag in bags]), minlength=2**BITS)


def _matrix(columns: list[np.ndarray], values: list[np.ndarray], width: int) -> "sp.csr_matrix":
    import scipy.sparse as sp

    ends = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    filled = (np.concatenate(values).astype(np.float32), np.concatenate(columns), ends)
    return sp.csr_matrix(filled, (len(columns), width))
