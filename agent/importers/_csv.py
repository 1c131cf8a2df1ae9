"""Reads spreadsheets saved as CSV by the names of their columns, wherever the header row is."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from agent.importers._archive import Archive
from agent.importers._guard import Unreadable
from agent.importers._record import ImportProblem
from agent.importers._records import Record, Records
from agent.importers._text import text_of

if TYPE_CHECKING:
    from _csv import Reader

_HEADER_WITHIN = 30
_LONGEST_FIELD = 1 << 20
_LONGEST_LINE = 4 << 20

# The module's own limit (131,072) is shorter than the longest post.
csv.field_size_limit(_LONGEST_FIELD)


def csv_records(
    stream: io.BufferedReader, name: str, columns: set[str], escape: str | None = None
) -> Records:
    """The rows below the header row that has at least these `columns`, each a dict by `column_name`.

    `escape` is a character that takes the meaning off the quote after it. Raises `Unreadable` without such
    a header row.
    """
    reader = _reader(stream, escape)
    header = next((row for row in islice(_named(reader), _HEADER_WITHIN) if columns <= set(row)), None)
    if header is None:
        wanted = ", ".join(sorted(columns))
        raise Unreadable(f"{name} has no header row with the columns {wanted}, so it was not read.")
    return _rows(reader, header, name)


def csv_start(archive: Archive, name: str) -> list[list[str]]:
    """The first rows of a file, to recognise it by."""
    rows: list[list[str]] = []
    with archive.open(name) as stream, suppress(csv.Error):
        rows += islice(_reader(stream, None), _HEADER_WITHIN)
    return rows


def has_columns(archive: Archive, pattern: str, columns: set[str]) -> bool:
    """Whether a file with a name like `pattern` has a header row with these `columns`."""
    return bool(files_with(archive, pattern, columns))


def files_with(archive: Archive, pattern: str, columns: set[str]) -> list[str]:
    """Files with a name like `pattern` and a header row with these `columns`."""
    return [
        name
        for name in archive.find(pattern)
        if any(columns <= set(map(column_name, row)) for row in csv_start(archive, name))
    ]


def column_name(text: str) -> str:
    """A column's name in small letters with single spaces: networks change those between years."""
    return " ".join(re.split(r"[\s_]+", text.strip("\ufeff \t").casefold()))


def _reader(stream: io.BufferedReader, escape: str | None) -> "Reader":
    start = stream.peek(4_096)[:4_096].replace(b"\0", b"").split(b"\n")[0]
    # Excel saves with semicolons where the comma is the decimal sign.
    marks = sorted((b",", b";", b"\t"), key=start.count, reverse=True)
    return csv.reader(_lines(text_of(stream), escape), delimiter=marks[0].decode())


def _lines(text: io.TextIOWrapper, escape: str | None) -> Iterator[str]:
    """Line by line, each with no more of it in memory than any row has."""
    while line := text.readline(_LONGEST_LINE):
        # As everywhere else a quote is doubled; what stands before other characters is the person's own.
        yield line.replace(f'{escape}"', '""') if escape else line
        while len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
            line = text.readline(_LONGEST_LINE)


def _named(reader: "Reader") -> Iterator[list[str]]:
    try:
        for row in reader:
            yield [column_name(cell) for cell in row]
    except csv.Error:
        return


def _rows(reader: "Reader", header: list[str], name: str) -> Records:
    while True:
        line = reader.line_num + 1
        where = f"{name}, line {line}"
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            sentence = f"A field here is longer than {_LONGEST_FIELD:,} characters: a quote may be missing."
            yield ImportProblem(kind="misshapen", where=where, sentence=sentence)
            continue
        if len(row) > len(header) and any(cell.strip() for cell in row[len(header) :]):
            sentence = f"This row has {len(row)} fields, but the header row names {len(header)}."
            yield ImportProblem(kind="misshapen", where=where, sentence=sentence)
        elif any(cell.strip() for cell in row):
            yield Record(where, dict(zip(header, [*row, *[""] * len(header)], strict=False)))
