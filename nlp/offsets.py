"""Character offsets: Python counts code points, JavaScript (and every `Span`) counts UTF-16 code units."""

from bisect import bisect_left
from itertools import accumulate


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units; half a surrogate pair counts as one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Utf16Offsets:
    """Turns offsets into `text` from code points to UTF-16 code units, and back."""

    def __init__(self, text: str) -> None:
        self._units = [0, *accumulate(2 if ord(character) > 0xFFFF else 1 for character in text)]

    def __getitem__(self, offset: int) -> int:
        """Code units before code point `offset`; `IndexError` when it lies beyond the text."""
        return self._units[offset]

    def code_points(self, units: int) -> int:
        """Code points before a code unit: inside a surrogate pair those with it, beyond the text all."""
        return min(bisect_left(self._units, units), len(self._units) - 1)
