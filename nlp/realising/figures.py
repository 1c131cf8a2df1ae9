"""Figures with a unit or a currency that a parent gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

UNITS = "%|percent|ms|GB|MB|TB|kB|Hz|GHz|fps|km|kg|mph|dollars|euros|pounds|°C|°F|kWh|watts"
SIZES = "(?:[kKmM]|[ -]?(?i:thousand|million|billion|trillion|bn))?"
FIGURE = re.compile(
    rf"(?<![\w.,$€£/-])(?:[$€£]\d[\d,]*(?:\.\d+)?{SIZES}(?![\w^$\\{{}}])|\d[\d,]*(?:\.\d+)?\s?(?:{UNITS})(?!\w))"
)
TABLE = re.compile(r"^[^\n]*\|[^\n]*$|^[^\S\n]*[-*#>][^\n]*$", re.M)
"""Lines of tables, lists, headings and quotations, where figures stand without what they are of."""
MONEY = re.compile(r"[$€£]|dollars|euros|pounds")
PAID = re.compile(
    r"\b(?:costs?|prices?|priced|pay|paid|pays|fees?|spent|spend|bought|buy|charged?s?|rent|bill)\b", re.I
)
"""What tells that money was a price: sums of states and firms include nothing."""


@dataclass(frozen=True)
class Figure:
    """A figure as written, and whether it may be a price."""

    text: str
    money: bool
    vast: bool
    """Whether it is in millions: nobody has one of their own to set beside it."""


def figures(parent: Doc) -> Iterator[Figure]:
    """The figures of the parent, each once, in the order of the text."""
    prose = TABLE.sub("", parent.text)
    paid = PAID.search(prose) is not None
    found = (match.group().strip() for match in FIGURE.finditer(prose))
    for text in dict.fromkeys(found):
        yield Figure(
            text, money=bool(MONEY.search(text)) and paid, vast=text.lower().endswith(("illion", "bn"))
        )
