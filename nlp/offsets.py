"""Character offsets: Python counts code points, JavaScript (and every `Span`) counts UTF-16 code units."""

from itertools import accumulate


class Utf16Offsets:
    """Turns offsets into `text` from code points to UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._units = [0, *accumulate(2 if ord(character) > 0xFFFF else 1 for character in text)]

    def __getitem__(self, offset: int) -> int:
        """Code units before code point `offset`; `IndexError` when it lies beyond the text."""
        return self._units[offset]
