"""The n-grams of a draft's letters as hashed numbers, and where each of them stands in it.

They tell what words can't: parts of rare words, spellings, marks, and the make of links and tags.
"""

import re

import numpy as np
import numpy.typing as npt

from nlp.judge.grams import Grams, grams_where

LENGTHS = (2, 3, 4, 5)
"""Letters in an n-gram; a word's edges count as letters, and no n-gram spans two words."""

SPACE, NOUGHT, NINE = 32, 48, 57
WHITE = re.compile(r"[^\S ]")


def letter_grams_of(text: str) -> Grams:
    """Of the text in small letters, all digits alike. `starts` and `ends` are characters of the text."""
    letters = _letters(text)
    spaces = np.flatnonzero(letters == SPACE)
    words = np.diff(spaces)
    # From each letter on up to the next space, but not from one space to the next.
    longest = np.repeat(np.where(words > 1, spaces[1:] + 1, 0), words) - np.arange(len(letters) - 1)
    return grams_where(np.array(LENGTHS)[:, None] <= longest, letters, LENGTHS)


def _letters(text: str) -> npt.NDArray[np.uint64]:
    """The code points, between two spaces."""
    small = text.lower()
    same = WHITE.sub(" ", small if len(small) == len(text) else text)
    points = np.frombuffer(f" {same} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    letters = points.astype(np.uint64)
    letters[(letters > NOUGHT) & (letters <= NINE)] = NOUGHT
    return letters
