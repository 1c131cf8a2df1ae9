"""What the network sees of a token: rows of embedding tables, from its spelling and the space before it.

Words are not kept in a vocabulary: a hash picks their rows, so a word costs nothing and none is unknown.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from nlp.language.tokenizer import EMOJI_RUN, HANDLE, TAG

# Table sizes in rows. A word has two rows, so that two words rarely share both.
WORD_ROWS = 16384
AFFIX_ROWS = 4096
SHAPE_ROWS = 512
TABLES = {
    "word": WORD_ROWS,
    "prefix": AFFIX_ROWS,
    "suffix_2": AFFIX_ROWS // 4,
    "suffix_3": AFFIX_ROWS,
    "suffix_4": AFFIX_ROWS,
    "shape": SHAPE_ROWS,
    "space": 4,
}
# The table that each column of `feature_rows` points into.
COLUMNS = ("word", "word", "prefix", "suffix_2", "suffix_3", "suffix_4", "shape", "space")

START, GLUED, SPACED = 1, 2, 3  # rows of the table "space"; 0 pads

KINDS = [
    ("<mail>", re.compile(r"[\w.+-]+@[\w-]+\.\S+")),
    ("<url>", re.compile(r"(?i)(?:https?://|www\.)\S+|\S+\.(?:com|org|net|io|gov|edu|co|uk|me|ly)(?:/\S*)?")),
    ("<handle>", re.compile(HANDLE)),
    ("<tag>", re.compile(TAG)),
    ("<emoji>", re.compile(EMOJI_RUN)),
]
LONG_RUN = re.compile(r"(.)\1{2,}")
DIGIT = re.compile(r"\d")
SHAPES = [
    (re.compile(r"[^\W\d_]"), lambda match: "X" if match.group().isupper() else "x"),
    (re.compile(r"\d"), lambda _: "d"),
    (re.compile(r"(.)\1{3,}"), lambda match: match.group(1) * 3),
]


def feature_rows(words: Sequence[str], glued: Sequence[bool]) -> NDArray[np.int32]:
    """One line of table rows per word; `glued` tells which words have no space before them."""
    if _is_shouted(words):  # capitals throughout say nothing
        words = [word.lower() for word in words]
    rows = np.empty((len(words), len(COLUMNS)), dtype=np.int32)
    for place, word in enumerate(words):
        rows[place, :-1] = _word_rows(word)
        rows[place, -1] = START if place == 0 else GLUED if glued[place] else SPACED
    return rows


def _is_shouted(words: Sequence[str]) -> bool:
    letters = [word for word in words if word[0].isalpha()]
    return len(letters) > 1 and sum(map(len, letters)) > 8 and all(word.isupper() for word in letters)


@lru_cache(maxsize=4_000)
def _word_rows(word: str) -> tuple[int, ...]:
    norm = normalise(word)
    fingerprint = crc32(norm.encode("utf-8", "replace"))
    return (
        fingerprint % WORD_ROWS,
        fingerprint // WORD_ROWS % WORD_ROWS,
        _row(norm[:3], AFFIX_ROWS),
        _row(norm[-2:], AFFIX_ROWS // 4),
        _row(norm[-3:], AFFIX_ROWS),
        _row(norm[-4:], AFFIX_ROWS),
        _row(_shape(word), SHAPE_ROWS),
    )


def _row(text: str, rows: int) -> int:
    return crc32(text.encode("utf-8", "replace")) % rows


def normalise(word: str) -> str:
    """The word as one of its kind: small letters, digits alike, elongations short, handles alike."""
    for kind, pattern in KINDS:
        if pattern.fullmatch(word):
            return kind
    word = word.lower().replace("\u2019", "'")
    return DIGIT.sub("0", LONG_RUN.sub(r"\1\1", word))


def _shape(word: str) -> str:
    for pattern, replacement in SHAPES:
        word = pattern.sub(replacement, word)
    return word[:8]
