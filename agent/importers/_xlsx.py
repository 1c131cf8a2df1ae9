"""Reads the cells of an Excel workbook: a zip of XML files, both read with the care of any other export."""

import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from agent.importers._archive import Archive
from agent.importers._guard import Limits, Unreadable
from agent.importers._packed import Zip
from agent.importers._record import ImportProblem
from agent.importers._xml import xml_records

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LARGEST = 64 << 20
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")

Rows = list[list[str]]


def workbook(stream: io.BufferedReader, name: str) -> list[Rows]:
    """The sheets in their order, each a list of rows of cells as text. Raises `Unreadable`."""
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Unreadable(f"{name} is larger than any such workbook, so it was not read.")
    with Zip(io.BytesIO(data), name, Limits(member=_LARGEST)) as zipped:
        sheets = sorted(
            (int(found[1]), found[0]) for each in zipped.names if (found := _SHEET.fullmatch(each))
        )
        shared = [_text(each) for each in _elements(zipped, "xl/sharedStrings.xml", "si")]
        return [[_row(row, shared) for row in _elements(zipped, sheet, "row")] for _, sheet in sheets]


def _elements(zipped: Archive, member: str, tag: str) -> Iterator[Element]:
    if member not in zipped.names:
        return
    with zipped.open(member) as stream:
        for record in xml_records(stream, member, {_MAIN + tag}):
            if isinstance(record, ImportProblem):
                raise Unreadable(record.sentence)
            if record.data.tag == _MAIN + tag:
                yield record.data


def _row(row: Element, shared: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row.iterfind(f"{_MAIN}c"):
        column = _column(cell.get("r", ""))
        # Cells without content aren't written: 100 columns are more than any export has.
        cells += [""] * (min(column, 100) - len(cells))
        cells.append(_cell(cell, shared))
    return cells


def _cell(cell: Element, shared: list[str]) -> str:
    value = cell.findtext(f"{_MAIN}v") or ""
    match cell.get("t"):
        case "inlineStr":
            return _text(cell)
        case "s":
            return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    return value


def _text(element: Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{_MAIN}t")).strip()


def _column(reference: str) -> int:
    """0 for A1, 27 for AB3."""
    number = 0
    for letter in reference.rstrip("0123456789")[:4]:
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return max(number - 1, 0)
