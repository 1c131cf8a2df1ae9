"""The n-grams of a draft's words as hashed numbers, and where each of them stands in it."""

from dataclasses import dataclass

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
    found = [hashed(norms, length) for length in LENGTHS]
    starts = np.concatenate([np.arange(len(some)) for some in found]) - 1
    ends = starts + np.repeat(LENGTHS, [len(some) for some in found])
    starts, ends = starts.clip(0, len(doc)), ends.clip(0, len(doc))
    in_it = ends > starts  # the marks at both ends are no words of their own
    return Grams(in_buckets(np.concatenate(found))[in_it], starts[in_it], ends[in_it])


def hashed(units: Numbers, length: int) -> Numbers:
    """A number for each stretch of so many units."""
    count = max(0, len(units) - length + 1)
    numbers = np.full(count, length, dtype=np.uint64)
    for place in range(length):
        numbers = numbers * FACTOR + units[place : place + count]
    return numbers


def in_buckets(numbers: Numbers) -> Places:
    """The bucket of each number."""
    mixed = (numbers ^ (numbers >> np.uint64(29))) * SPREAD
    return (mixed >> np.uint64(64 - BITS)).astype(np.int64)
