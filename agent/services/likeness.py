"""Whether two texts are nearly the same, and the few hashes by which such a pair is found among a million.

A text is cut into stretches of three words, without addresses, names, marks and capitals. Of the hashes of
all stretches the lowest are kept (Broder's bottom sketch, 1997): texts that share most of their stretches
share some of those, whichever words were changed. What is found so is compared letter by letter.
"""

import re
import unicodedata
import zlib

from rapidfuzz import fuzz

STRETCH = 3
"""Words in a stretch."""
KEPT = 8
"""Hashes of a text that are kept."""
NEARLY_THE_SAME = 0.8
"""Likeness from which two texts count as the same; measured by `python -m tests.bench.same_text`."""
_LONGEST = 4_000
"""Characters that are compared: the time grows with their square."""

_NOT_SAID = re.compile(r"https?://\S+|www\.\S+|(?<!\w)@[\w.@-]+")
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """What makes up a text for its likeness to others."""
    plain = unicodedata.normalize("NFKC", _NOT_SAID.sub(" ", text[: 2 * _LONGEST])).casefold()
    return _WORD.findall(plain)


def hashes_of(text: str) -> list[int]:
    """The lowest hashes of its stretches, at least one: 32-bit numbers."""
    words = words_of(text)
    stretches = (" ".join(words[at : at + STRETCH]) for at in range(max(len(words) - STRETCH, 0) + 1))
    return sorted({zlib.crc32(stretch.encode()) for stretch in stretches})[:KEPT]


def likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1; 0 where it is less than `NEARLY_THE_SAME`.

    By their letters in order, or where sentences were moved about, by their words in any order.
    """
    first, second = (" ".join(words_of(text))[:_LONGEST] for text in (one, other))
    if not first or not second:
        return 0.0
    cutoff = 100 * NEARLY_THE_SAME
    in_order = fuzz.ratio(first, second, score_cutoff=cutoff)
    return float(max(in_order, fuzz.token_sort_ratio(first, second, score_cutoff=cutoff))) / 100
