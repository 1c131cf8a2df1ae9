"""Bytes of an export as text, whatever program saved them last."""

import codecs
import io
from typing import BinaryIO

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def _as_windows_writes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("pitch-in-windows", _as_windows_writes)


def text_of(stream: io.BufferedReader) -> io.TextIOWrapper:
    """`stream` as text with its line ends as they are.

    UTF-8 unless a byte order mark says UTF-16; bytes that are no UTF-8 are read as Windows-1252, in which
    spreadsheets save.
    """
    start = stream.peek(4)[:4]
    encoding = next((name for mark, name in _MARKS.items() if start.startswith(mark)), None)
    if encoding is None:
        encoding = "utf-16-le" if start[1:2] == b"\0" else "utf-8"
    errors = "replace" if encoding.startswith("utf-16") else "pitch-in-windows"
    return io.TextIOWrapper(stream, encoding, errors=errors, newline="")


def beginning(stream: BinaryIO, size: int = 16_384) -> str:
    """The first characters of a file, enough to recognise it by. Closes the stream."""
    with stream:
        return stream.read(size).replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff")
