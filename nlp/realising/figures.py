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
OWN = re.compile(r"\b(?:i|my|me|we|our|us|mine)\b", re.I)
"""Whose shares may be compared: of somebody's own life, and not of a field or a study."""
PAID = re.compile(
    r"\b(?:costs?|prices?|priced|pay|paid|pays|fees?|spent|spend|bought|buy|charged?s?|rent|bill)\b", re.I
)
"""What tells that money was a price: sums of states and firms include nothing."""


@dataclass(frozen=True)
class Figure:
    """A figure as written, and whether it may be a price."""

    text: str
    money: bool
    measured: bool
    """Whether a reader may have one of their own to set beside it: no millions, and no share of a field."""


def figures(parent: Doc) -> Iterator[Figure]:
    """The figures of the parent, each once, in the order of the text."""
    prose = TABLE.sub("", parent.text)
    paid = PAID.search(prose) is not None
    found = (match.group().strip() for match in FIGURE.finditer(prose))
    for text in dict.fromkeys(found):
        vast = text.lower().endswith(("illion", "bn"))
        share = text.endswith(("%", "percent")) and not OWN.search(_sentence_around(prose, text))
        measured = not (vast or share)
        yield Figure(text, money=bool(MONEY.search(text)) and paid, measured=measured)


def _sentence_around(prose: str, figure: str) -> str:
    """The sentence with a figure, and the one before it."""
    place = prose.find(figure)
    start = prose.rfind(". ", 0, max(0, prose.rfind(". ", 0, place)))
    end = prose.find(". ", place)
    return prose[max(0, start) : end if end >= 0 else len(prose)]
