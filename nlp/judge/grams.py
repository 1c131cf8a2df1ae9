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
    """The bucket of each n-gram of a draft, and the places where it starts and behind its end."""

    buckets: Places
    starts: Places
    ends: Places


def grams_of(doc: Doc) -> Grams:
    """Of the words' norms, so `thx` counts as `thanks`. `starts` and `ends` are positions of tokens."""
    norms = np.concatenate(([BEGIN], doc.to_array("NORM").astype(np.uint64), [END]))
    longest = np.arange(len(norms), 0, -1)
    found = grams_up_to(longest, norms, LENGTHS)
    in_it = found.ends > found.starts  # the marks at both ends are no words of their own
    return Grams(found.buckets[in_it], found.starts[in_it], found.ends[in_it])


def grams_up_to(longest: Places, units: Numbers, lengths: Sequence[int]) -> Grams:
    """The n-grams of some lengths that begin at each unit, where the longest may be so long.

    The first and last unit are marks at the edges of a text, where it doesn't count places.
    """
    row, first = np.nonzero(np.array(lengths)[:, None] <= longest)
    ends = first + np.array(lengths)[row] - 1
    buckets = in_buckets(hashed(units, lengths)[row, first])
    return Grams(buckets, np.maximum(first - 1, 0), np.minimum(ends, len(units) - 2))


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
