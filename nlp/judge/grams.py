"""The n-grams of a draft's words as hashed numbers, and where each of them stands in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

BITS = 20
"""N-grams share 2**BITS buckets."""
LENGTHS = (1, 2, 3)
"""Words in an n-gram."""

FACTOR = np.uint64(0x100000001B3)
SPREAD = np.uint64(0x9E3779B97F4A7C15)
BEGIN, END = np.uint64(2), np.uint64(3)
"""Stand before the first and behind the last word, so that "great" alone differs from "great" inside."""

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Grams:
    """The bucket of each n-gram of a draft, and where it stands among its units: the first is a mark."""

    buckets: Places
    first: Places
    lengths: Places
    places: int
    """Units of the draft, without the marks before and behind it."""

    @property
    def starts(self) -> Places:
        """The places where they start."""
        starts: Places = np.maximum(self.first - 1, 0)
        return starts

    @property
    def ends(self) -> Places:
        """The places behind their ends."""
        ends: Places = np.minimum(self.first + self.lengths - 1, self.places)
        return ends


def grams_of(doc: Doc) -> Grams:
    """Of the words' norms, so `thx` counts as `thanks`. `starts` and `ends` are positions of tokens."""
    norms = np.concatenate(([BEGIN], doc.to_array("NORM").astype(np.uint64), [END]))
    fits = np.array(LENGTHS)[:, None] <= np.arange(len(norms), 0, -1)
    fits[0, [0, -1]] = False  # the marks at both ends are no words of their own
    return grams_where(fits & (len(doc) > 0), norms, LENGTHS)


def grams_where(fits: npt.NDArray[np.bool_], units: Numbers, lengths: Sequence[int]) -> Grams:
    """The n-grams that fit: a row a length, a column for each unit that one may begin with."""
    row, first = np.nonzero(fits)
    buckets = in_buckets(hashed(units, lengths)[row, first])
    return Grams(buckets, first, np.array(lengths)[row], len(units) - 2)


def hashed(units: Numbers, lengths: Sequence[int]) -> Numbers:
    """A number for each stretch of units: a row a length, shortest first, a column for where it starts.

    What stands in the columns of stretches that go beyond the end means nothing.
    """
    count, longest = len(units), lengths[-1]
    units = np.concatenate((units, np.zeros(longest, dtype=np.uint64)))
    numbers = np.empty((len(lengths), count), dtype=np.uint64)
    so_far = np.zeros(count, dtype=np.uint64)
    for length in range(1, longest + 1):
        so_far = so_far * FACTOR + units[length - 1 : length - 1 + count]
        if length in lengths:
            numbers[lengths.index(length)] = so_far + _seed(length)
    return numbers


@cache
def _seed(length: int) -> np.uint64:
    """What a number would be if it began with the length, and went on with noughts."""
    return np.uint64(length * int(FACTOR) ** length % 2**64)


def in_buckets(numbers: Numbers) -> Places:
    """The bucket of each number."""
    mixed = (numbers ^ (numbers >> np.uint64(29))) * SPREAD
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)
