"""Reads large XML an element at a time, without the doors that XML leaves open.

A document type is refused: entities that multiply ("billion laughs") or that fetch files need one, and no
site's export has it.
"""

import io
import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from agent.importers._guard import Unreadable
from agent.importers._record import ImportProblem
from agent.importers._records import Record, Records

_CHUNK = 1 << 16
_LARGEST = 64 << 20
_DEEPEST = 500
# WordPress writes these into its exports, and no XML may hold them.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def xml_records(stream: io.BufferedReader, name: str, tags: Collection[str]) -> Records:
    """Every outermost element with one of these tags, as `{namespace}tag` or `tag`.

    The root's name is a record of its own, the first, as an empty element. Raises `Unreadable` where there
    is no XML at all, or where it isn't safe.
    """
    collector = _Collector(name, tags)
    binary = stream.peek(2)[:2] in _UTF16
    try:
        while chunk := stream.read(_CHUNK):
            collector.feed(chunk if binary else _CONTROL.sub(b" ", chunk))
            yield from collector.finished()
        collector.feed(b"", last=True)
        yield from collector.finished()
    except expat.ExpatError as error:
        yield from collector.finished()
        if not collector.number:
            raise Unreadable(f"{name} isn't XML, so it was not read.") from None
        sentence = f"The file is cut off or damaged at line {error.lineno}: download the export again."
        yield ImportProblem(kind="unreadable", where=name, sentence=sentence)


def text_in(element: Element, tag: str) -> str:
    """The text of the child with this tag, or "" where there is none."""
    return (element.findtext(tag) or "").strip()


class _Collector:
    def __init__(self, name: str, tags: Collection[str]) -> None:
        self.number = 0
        self._name = name
        self._tags = frozenset(tags)
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._builder: TreeBuilder | None = None
        self._depth = 0
        self._size = 0
        self._done: list[Record] = []

    def feed(self, data: bytes, last: bool = False) -> None:
        self._parser.Parse(data, last)

    def finished(self) -> Iterator[Record]:
        done, self._done = self._done, []
        yield from done

    def _doctype(self, *_: object) -> None:
        raise Unreadable(f"{self._name} has a document type, which can hide a trap, so it was not read.")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = _tag(tag)
        if not self.number:
            self._finish(Element(tag, {_tag(key): value for key, value in attributes.items()}))
        elif self._builder is None and tag in self._tags:
            self._builder = TreeBuilder()
            self._depth = self._size = 0
        if self._builder is not None:
            self._depth += 1
            self._grow(len(tag))
            self._builder.start(tag, {_tag(key): value for key, value in attributes.items()})

    def _end(self, tag: str) -> None:
        if self._builder is None:
            return
        self._builder.end(_tag(tag))
        self._depth -= 1
        if not self._depth:
            self._finish(self._builder.close())
            self._builder = None

    def _data(self, text: str) -> None:
        if self._builder is not None:
            self._grow(len(text))
            self._builder.data(text)

    def _grow(self, more: int) -> None:
        self._size += more + 50
        if self._size > _LARGEST or self._depth > _DEEPEST:
            raise Unreadable(f"{self._name} holds a record too large or too deep, so it was not read on.")

    def _finish(self, element: Element) -> None:
        where = f"{self._name}, line {self._parser.CurrentLineNumber}"
        self.number += 1
        self._done.append(Record(where, element))


def _tag(name: str) -> str:
    return f"{{{name}" if "}" in name else name
