"""Posts as rows of a matrix: the n-grams that are known to enough sources, then the traits."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
import scipy.sparse as sp

from nlp.components import RULES
from nlp.judge.features import KINDS, Bag, Features, features_of
from nlp.judge.grams import BITS, Grams
from nlp.review import Context
from nlp.reviewer import Reader

FEWEST_SOURCES = {"words": 3, "letters": 4}
"""Sources that an n-gram must be found in: one that is found in fewer tells of a site, not of a draft."""
FEWEST_POSTS = {"words": 4, "letters": 6}
"""Posts that it must be found in besides."""

NOWHERE = Grams(*(np.empty(0, dtype=np.int64) for _ in range(3)), places=0)


class Rows:
    """Posts as rows. What isn't known when it is made is left out of rows of later posts."""

    def __init__(
        self,
        features: list[Features],
        sources: list[str],
        fewest_sources: dict[str, int] = FEWEST_SOURCES,
        fewest_posts: dict[str, int] = FEWEST_POSTS,
    ) -> None:
        self.place_of: dict[str, np.ndarray] = {}
        self.rarity: dict[str, np.ndarray] = {}
        for kind in KINDS:
            in_posts, in_sources = _counts([some.bags[kind] for some in features], sources)
            known = np.flatnonzero((in_sources >= fewest_sources[kind]) & (in_posts >= fewest_posts[kind]))
            self.place_of[kind] = np.full(2**BITS, len(known), dtype=np.int32)
            self.place_of[kind][known] = np.arange(len(known))
            rarity = np.log((1 + len(features)) / (1 + in_posts)) + 1
            self.rarity[kind] = np.append(rarity[known], rarity.max()).astype(np.float16).astype(np.float32)
        self.trait_names = tuple(sorted({name for some in features for name in some.traits}))

    @property
    def widths(self) -> list[int]:
        """Columns of each kind of n-grams, then those of the traits."""
        return [*(len(self.rarity[kind]) - 1 for kind in KINDS), len(self.trait_names)]

    def of(self, features: list[Features]) -> sp.csr_matrix:
        """The rows of posts."""
        grams = [self._grams([some.bags[kind] for some in features], kind) for kind in KINDS]
        return sp.hstack([*grams, self._traits(features)]).tocsr()

    def _grams(self, bags: list[Bag], kind: str) -> sp.csr_matrix:
        known = len(self.rarity[kind]) - 1
        columns = [self.place_of[kind][bag.buckets] for bag in bags]
        sizes = [bag.sizes(self.rarity[kind][row]) for bag, row in zip(bags, columns, strict=True)]
        return _matrix(columns, sizes, known + 1)[:, :known]

    def _traits(self, features: list[Features]) -> sp.csr_matrix:
        place = {name: number for number, name in enumerate(self.trait_names)}
        known = [
            {place[name]: value for name, value in some.traits.items() if name in place} for some in features
        ]
        columns = [np.array(list(row), dtype=int) for row in known]
        values = [np.array(list(row.values()), dtype=np.float32) for row in known]
        return _matrix(columns, values, len(place))


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


def _counts(bags: list[Bag], sources: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """In how many posts, and in how many sources, each bucket is found."""
    in_posts = np.bincount(np.concatenate([bag.buckets for bag in bags]), minlength=2**BITS)
    in_sources = np.zeros(2**BITS, dtype=int)
    for source in sorted(set(sources)):
        found = [bag.buckets for bag, name in zip(bags, sources, strict=True) if name == source]
        in_sources[np.unique(np.concatenate(found))] += 1
    return in_posts, in_sources


def _matrix(columns: list[np.ndarray], values: list[np.ndarray], width: int) -> sp.csr_matrix:
    ends = np.concatenate(([0], np.cumsum([len(row) for row in columns])))
    filled = (np.concatenate(values).astype(np.float32), np.concatenate(columns), ends)
    return sp.csr_matrix(filled, (len(columns), width))
