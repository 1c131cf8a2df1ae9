"""How a picture looks: its width and its colours, light or dark."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_TOKENS: Final = Path(__file__).parent.parent / "static" / "tokens.css"
_TOKEN: Final = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")

SCHEMES: Final = ("light", "dark")
WIDE: Final = 680
NARROW: Final = 300
WIDTHS: Final = {"wide": WIDE, "narrow": NARROW}
"""Widths in pixels: beside text, and on a phone."""


@dataclass(frozen=True)
class Look:
    """A width in pixels and a colour scheme."""

    width: int = WIDE
    scheme: str = "light"

    @property
    def narrow(self) -> bool:
        """Whether names stand above what they name."""
        return self.width < WIDE

    def colour(self, token: str) -> str:
        """A colour of the style sheets, such as `ink-soft`."""
        return _colours()[token][SCHEMES.index(self.scheme)]


@cache
def _colours() -> dict[str, tuple[str, str]]:
    found = _TOKEN.findall(_TOKENS.read_text(encoding="utf-8"))
    return {name: (light, dark) for name, light, dark in found}


def fitted(words: str, width: float, size: float) -> str:
    """The words, or as many as fit into `width` pixels at a font size, with an ellipsis."""
    room = width / size
    if _ems(words) <= room:
        return words
    kept = words
    while kept and _ems(kept) + 0.9 > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _ems(words: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(each) in "WF" else 0.53 for each in words)
