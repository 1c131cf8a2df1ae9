"""Reads large JSON a record at a time, and goes on after a broken one.

Exports are an array of records, or an object of such arrays, sometimes as a JavaScript assignment
(`window.YTD.tweets.part0 = [`). Python's own decoder reads each record at C speed; only the text between
two reads and one record are in memory.
"""

import io
import json
import re
from typing import Any

from agent.importers._guard import Unreadable
from agent.importers._record import ImportProblem
from agent.importers._records import Record, Records
from agent.importers._text import text_of

_CHUNK = 1 << 19
_LONGEST_RECORD = 1 << 24
_DECODER = json.JSONDecoder(strict=False)
_SPACE = re.compile(r"[ \t\r\n\ufeff]*")
_MARK = re.compile(r'["{}\[\]]')
_IN_STRING = re.compile(r'\\.|"', re.DOTALL)
_NEXT = re.compile(r"[,\]]")
_LINE_END = re.compile(r"\n")
_ASSIGNMENT = re.compile(r"\s*[\w.$]+(?:\[[^\]]*\])?\s*=")
_HALF = re.compile("[\ud800-\udfff]")


def json_records(stream: io.BufferedReader, name: str, key: str | None = None) -> Records:
    """Elements of the array that the file is, or of the arrays in its object whose names match `key`.

    Records say where they are: "tweets.js, record 3". Raises `Unreadable` where the file is no such JSON.
    """
    reader = _Reader(text_of(stream), name)
    start = reader.start()
    if start == "[":
        yield from reader.array()
        yield from reader.rest()
    elif start == "{" and key is not None:
        yield from reader.arrays_in_object(re.compile(key))
    else:
        raise Unreadable(f"{name} isn't JSON as this site writes it, so it was not read.")


def json_lines(stream: io.BufferedReader, name: str) -> Records:
    """The JSON value on each line (JSON Lines); a broken line is a problem, and the next one is read."""
    yield from _Reader(text_of(stream), name).lines()


def json_whole(stream: io.BufferedReader, name: str) -> Any:
    """All of a small file, at most 16 MB. Raises `Unreadable` where it is no JSON."""
    reader = _Reader(text_of(stream), name)
    reader.start()
    try:
        return reader.value()
    except _Broken:
        raise Unreadable(f"{name} isn't JSON, so it was not read.") from None


class _Broken(Exception):  # noqa: N818
    """What stands here is no JSON."""


class _Reader:
    """A window on the text: `_text[_at:]` has not been used yet."""

    def __init__(self, file: io.TextIOWrapper, name: str) -> None:
        self._file = file
        self._name = name
        self._text = ""
        self._at = 0
        self._ended = False

    def start(self) -> str:
        """The first character of the JSON, after an assignment if there is one."""
        self._more()
        if assignment := _ASSIGNMENT.match(self._text, self._at):
            self._at = assignment.end()
        return self._peek()

    def array(self) -> Records:
        """Every element of the array that starts here."""
        self._at += 1
        number = 0
        while (mark := self._peek()) and mark != "]":
            if mark == ",":
                self._at += 1
                continue
            number += 1
            where = f"{self._name}, record {number}"
            try:
                yield Record(where, self.value())
            except _Broken:
                sentence = "This record is broken, so it was left out."
                yield ImportProblem(kind="misshapen", where=where, sentence=sentence)
                self._skip_value()
        if not mark:
            yield self._cut_off(number)
        self._at += 1

    def lines(self) -> Records:
        """The value that starts here and those behind it."""
        number = 0
        while self._peek():
            number += 1
            where = f"{self._name}, line {number}"
            try:
                yield Record(where, self.value())
            except _Broken:
                sentence = "This line is broken or cut off, so it was left out."
                yield ImportProblem(kind="unreadable", where=where, sentence=sentence)
                self._skip_to(_LINE_END)

    def arrays_in_object(self, key: re.Pattern[str]) -> Records:
        """Every element of the arrays under a name like `key` in the object that starts here."""
        self._at += 1
        while (mark := self._peek()) and mark != "}":
            if mark == ",":
                self._at += 1
                continue
            try:
                name = self.value()
                if not isinstance(name, str) or self._peek() != ":":
                    raise _Broken
                self._at += 1
                if self._peek() == "[" and key.fullmatch(name):
                    yield from self.array()
                else:
                    self.value()
            except _Broken:
                mark = ""
                break
        if not mark:
            yield self._cut_off(None)
            return
        self._at += 1
        yield from self.rest()

    def rest(self) -> Records:
        """A problem, where something stands behind the end."""
        if self._peek() not in ("", ";"):
            sentence = (
                "What comes behind the end of the list was not read: if it holds posts of yours, download "
                "the export again."
            )
            yield ImportProblem(kind="unreadable", where=self._name, sentence=sentence)

    def value(self) -> Any:
        """The JSON value that starts here; raises `_Broken`, and stays where it was."""
        while True:
            self._peek()
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                unfinished = error.msg.startswith("Unterminated") or error.pos > len(self._text) - 16
                if not (unfinished and self._more()):
                    raise _Broken from None
            except (RecursionError, ValueError):
                raise _Broken from None
            else:
                if not self._may_go_on(value, end) or not self._more():
                    halves = "\\ud" in self._text[self._at : end].lower()
                    self._at = end
                    return _without_halves(value) if halves else value

    def _may_go_on(self, value: Any, end: int) -> bool:
        """Whether what was read may be the start of a number that goes on behind the window."""
        return isinstance(value, (int, float)) and self._text[end : end + 1] in ("", *".eE+-")

    def _peek(self) -> str:
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        if self._ended or len(self._text) - self._at > _LONGEST_RECORD:
            return False
        self._text = self._text[self._at :]
        self._at = 0
        # Twice as much each time, so that a long record isn't read over and over.
        added = self._file.read(max(_CHUNK, len(self._text)))
        self._ended = not added
        self._text += added
        return bool(added)

    def _skip_value(self) -> None:
        """Go behind the value that starts here: by its brackets, if need be to the end of the file."""
        if self._text[self._at] not in '{["':
            self._skip_to(_NEXT)
            return
        depth = 0
        while mark := self._skip_behind(_MARK):
            if mark == '"':
                while self._skip_behind(_IN_STRING) not in ('"', ""):
                    pass
            depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(mark, 0)
            if depth <= 0:
                return

    def _skip_to(self, mark: re.Pattern[str]) -> None:
        while not (found := mark.search(self._text, self._at)):
            self._at = len(self._text)
            if not self._more():
                return
        self._at = found.start()

    def _skip_behind(self, pattern: re.Pattern[str]) -> str:
        """Go behind the next match, which is short, and return it: "" at the end of the file."""
        while not (found := pattern.search(self._text, self._at)):
            # A backslash at the end belongs to what comes.
            self._at = max(self._at, len(self._text.removesuffix("\\")))
            if not self._more():
                self._at = len(self._text)
                return ""
        self._at = found.end()
        return found[0]

    def _cut_off(self, number: int | None) -> ImportProblem:
        after = f" after record {number}" if number is not None else ""
        sentence = f"The file is cut off or damaged{after}: download the export again for what is missing."
        return ImportProblem(kind="unreadable", where=self._name, sentence=sentence)


def _without_halves(value: Any) -> Any:
    """`value` with every half of a character replaced: sites cut texts in the middle of an emoji."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_halves(each) for each in value]
    if isinstance(value, dict):
        return {_without_halves(key): _without_halves(each) for key, each in value.items()}
    return value
