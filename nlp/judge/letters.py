"""The n-grams of a draft's letters as hashed numbers, and where each of them stands in it.

They tell what words can't: parts of rare words, spellings, marks, and the make of links and tags.
"""

import re

import numpy as np
import numpy.typing as npt

from nlp.judge.grams import Grams, hashed, in_buckets

LENGTHS = (2, 3, 4, 5)
"""Letters in an n-gram; a word's edges count as letters, and no n-gram spans two words."""

SPACE, NOUGHT, NINE = 32, 48, 57
WHITE = re.compile(r"\s")


def letter_grams_of(text: str) -> Grams:
    """Of the text in small letters, all digits alike. `starts` and `ends` are characters of the text."""
    letters = _letters(text)
    is_space = letters == SPACE
    spaces = np.concatenate(([0], np.cumsum(is_space)))
    found, starts, ends = [], [], []
    for length in LENGTHS:
        first = np.arange(max(0, len(letters) - length + 1))
        inside = spaces[first + length - 1] - spaces[first + 1]
        first = first[(inside == 0) & ~(is_space[first] & is_space[first + 1])]
        found.append(hashed(letters, length)[first])
        starts.append(first)
        ends.append(first + length)
    # The text begins behind the space that was put in front of it.
    places = [(np.concatenate(each) - 1).clip(0, len(text)) for each in (starts, ends)]
    return Grams(in_buckets(np.concatenate(found)), *places)


def _letters(text: str) -> npt.NDArray[np.uint64]:
    """The code points, between two spaces."""
    small = text.lower()
    same = WHITE.sub(" ", small if len(small) == len(text) else text)
    points = np.frombuffer(f" {same} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.where((points >= NOUGHT) & (points <= NINE), NOUGHT, points).astype(np.uint64)
