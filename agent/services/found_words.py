"""Shows in a text what a search found: the words marked, and as much around the first as fits."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_BEFORE: Final = 80
"""Characters that are shown before the first word that was found."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text, found by the search or not."""

    text: str
    found: bool


def pieces(text: str, typed: str, longest: int) -> tuple[Piece, ...]:
    """At most about `longest` characters of a text, cut where the search's words stand.

    They are found as the full-text index finds them: whatever their case and accents, the last one also as a
    beginning.
    """
    words = [_folded(word) for word in _WORD.findall(typed)]
    spans = [match.span() for match in _WORD.finditer(text) if _matches(_folded(match[0]), words)]
    first = spans[0][0] if spans else 0
    start = 0 if first <= longest // 2 else _after_space(text, first - _BEFORE)
    end = len(text) if len(text) - start <= longest else _before_space(text, start, start + longest)
    found, place = [Piece("… ", False)] if start else [], start
    for left, right in spans:
        if place <= left and right <= end:
            found += [Piece(text[place:left], False), Piece(text[left:right], True)]
            place = right
    found += [Piece(text[place:end], False), Piece(" …" if end < len(text) else "", False)]
    return tuple(piece for piece in found if piece.text)


def _matches(word: str, words: list[str]) -> bool:
    return word in words or bool(words and word.startswith(words[-1]))


def _folded(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _after_space(text: str, place: int) -> int:
    space = text.find(" ", place, place + _BEFORE)
    return place if space < 0 else space + 1


def _before_space(text: str, start: int, end: int) -> int:
    space = text.rfind(" ", start, end)
    return end if space <= start else space
