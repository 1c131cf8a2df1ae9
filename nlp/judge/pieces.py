"""Word pieces: what the judge's network reads. Words that it doesn't know come as the parts that it knows.

As BERT's tokenizer for small letters cuts them (Devlin and others 2019): accents dropped, each mark by
itself, then the longest known piece from the left, again and again.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LONGEST = 100
"""Letters of a word that is still cut; a longer one is unknown."""
INSIDE = "##"
"""Begins pieces that don't begin a word."""
UNKNOWN = "[UNK]"
KNOWN_WORDS = 20_000
"""Words that are kept at hand in their pieces."""

IDEOGRAPHS = re.compile(
    "([\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002b81f"
    "\U0002b820-\U0002ceaf\uf900-\ufaff\U0002f800-\U0002fa1f])"
)


class WordPieces:
    """Cuts texts into the pieces of a vocabulary; a piece is its place there."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._place = {piece: place for place, piece in enumerate(vocabulary)}
        self._longest = max(map(len, vocabulary))
        self.of_word = lru_cache(KNOWN_WORDS)(self._cut)

    def of(self, text: str, most: int) -> list[int]:
        """The first pieces of a text, at most so many."""
        found: list[int] = []
        for word in words_of(text):
            found += self.of_word(word)
            if len(found) >= most:
                break
        return found[:most]

    def __getitem__(self, piece: str) -> int:
        return self._place[piece]

    def _cut(self, word: str) -> list[int]:
        if len(word) > LONGEST:
            return [self[UNKNOWN]]
        found, start = [], 0
        while start < len(word):
            mark = INSIDE if start else ""
            ends = range(min(len(word), start + self._longest), start, -1)
            end = next((end for end in ends if mark + word[start:end] in self._place), None)
            if end is None:
                return [self[UNKNOWN]]
            found.append(self[mark + word[start:end]])
            start = end
        return found


def words_of(text: str) -> Iterator[str]:
    """The words and marks of a text, in small letters and without accents."""
    spaced = IDEOGRAPHS.sub(r" \1 ", "".join(map(_cleaned, text)))
    plain = unicodedata.normalize("NFD", spaced.lower())
    for run in "".join(letter for letter in plain if unicodedata.category(letter) != "Mn").split():
        yield from _parted(run)


def _cleaned(letter: str) -> str:
    if letter in "\t\n\r":
        return " "
    if letter in "\0\ufffd" or unicodedata.category(letter)[0] == "C":
        return ""
    return letter


def _parted(run: str) -> Iterator[str]:
    begun = ""
    for letter in run:
        if _is_mark(letter):
            if begun:
                yield begun
            yield letter
            begun = ""
        else:
            begun += letter
    if begun:
        yield begun


def _is_mark(letter: str) -> bool:
    return (letter.isascii() and not letter.isalnum()) or unicodedata.category(letter)[0] == "P"
