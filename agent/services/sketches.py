"""A text as a handful of keyed hashes, by which nearly the same text is known again and nothing is read.

Of the hashes of all short stretches only the lowest are kept: Broder's bottom sketch (1997), whose overlap
estimates how much two texts share.
"""

import re
import unicodedata
from hashlib import blake2b

from nlp.window import WINDOW

Sketch = frozenset[int]

STRETCH = 5
"""Characters in a stretch."""
MOST_KEPT = 128
"""Hashes of a text that are kept: enough to tell likeness to about one part in ten."""

_NO_LETTER = re.compile(r"[\W_]+")


def sketch(text: str, key: bytes) -> Sketch:
    """The hashes of a text: 63-bit numbers. Spelling in capitals and punctuation make no difference."""
    hashes = {_hashed(stretch, key) for stretch in _stretches(text[:WINDOW])}
    return frozenset(sorted(hashes)[:MOST_KEPT])


def likeness(one: Sketch, other: Sketch) -> float:
    """How much of two texts is the same, estimated, from 0 to 1."""
    lowest = sorted(one | other)[:MOST_KEPT]
    return sum(each in one and each in other for each in lowest) / len(lowest) if lowest else 0.0


def _stretches(text: str) -> set[str]:
    bare = _NO_LETTER.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
    whole = f" {bare or text.strip()} "  # of a draft without a letter the marks are all there is
    return {whole[start : start + STRETCH] for start in range(max(1, len(whole) - STRETCH + 1))}


def _hashed(stretch: str, key: bytes) -> int:
    digest = blake2b(stretch.encode("utf-8", "replace"), digest_size=8, key=key).digest()
    return int.from_bytes(digest) >> 1
