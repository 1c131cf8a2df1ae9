"""Figures with a unit or a currency that a parent gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

UNITS = "%|percent|ms|GB|MB|TB|kB|Hz|GHz|fps|km|kg|mph|dollars|euros|pounds|°C|°F|kWh|watts"
FIGURE = re.compile(
    rf"(?<![\w.,$€£/-])(?:[$€£]\d[\d,]*(?:\.\d+)?[kKmM]?(?![\w^$\\{{}}])|\d[\d,]*(?:\.\d+)?\s?(?:{UNITS})(?!\w))"
)
TABLE = re.compile(r"^[^\n]*\|[^\n]*$|^[^\S\n]*[-*#>][^\n]*$", re.M)
"""Lines of tables, lists, headings and quotations, where figures stand without what they are of."""
MONEY = re.compile(r"[$€£]|dollars|euros|pounds")


@dataclass(frozen=True)
class Figure:
    """A figure as written, and whether it is a price."""

    text: str
    money: bool


def figures(parent: Doc) -> Iterator[Figure]:
    """The figures of the parent, each once, in the order of the text."""
    prose = TABLE.sub("", parent.text)
    found = (match.group().strip() for match in FIGURE.finditer(prose))
    for text in dict.fromkeys(found):
        yield Figure(text, bool(MONEY.search(text)))
