"""One read-only view of an export, be it a folder, a single file or something packed.

Nothing is ever unpacked to disk, and no name inside an archive is used as a path. Links are not followed.
"""

import gzip
import io
import os
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from agent.importers._guard import LIMITS, Limits, Unreadable, damaged, fair_size, guarded
from agent.importers._record import ImportProblem

_COPY = re.compile(r"( ?\(\d+\)| - copy| copy)(?=\.[^.]+$)", re.IGNORECASE)
"""What browsers and file managers add to the name of a file that is there already."""


class Archive(ABC):
    """The files of an export by their name, like `data/tweets.js`.

    `label` is what the person chose. `made_at` is when the export was made, as far as its container tells.
    `problems` lists what was not even looked at, and why.
    """

    def __init__(self, label: str, made_at: datetime | None, limits: Limits = LIMITS) -> None:
        self.label = label
        self.made_at = made_at
        self.problems: list[ImportProblem] = []
        self._limits = limits
        self._sizes: dict[str, int] = {}
        self._seen: dict[str, int] = {}
        self._inner: dict[str, tuple[Archive, str]] = {}
        self._opened: list[Archive] = []

    @property
    def names(self) -> Iterable[str]:
        """Every file in it."""
        return self._sizes.keys()

    @property
    def bytes_read(self) -> int:
        """How much has been read, each file once however often it was."""
        return sum(self._seen.values())

    def find(self, *patterns: str) -> list[str]:
        """Files whose own name (not the folder's) is like one of these, in the order of their numbers.

        The folders of exports move and are translated; names in them hardly ever are.
        """
        wanted = [re.compile(pattern, re.IGNORECASE) for pattern in patterns]
        own = ((name, own_name(name)) for name in self._sizes)
        found = (
            name
            for name, is_called in own
            if any(each.fullmatch(is_called) or each.fullmatch(_COPY.sub("", is_called)) for each in wanted)
        )
        return sorted(found, key=_by_number)

    def size(self, name: str) -> int:
        """Unpacked size in bytes."""
        return self._sizes[name]

    def open(self, name: str) -> io.BufferedReader:
        """Read a file from its start. Raises `Unreadable`, now or while it is read."""
        holder, inside = self._holder(name)
        packed = holder._packed(inside)
        if not fair_size(self._sizes[name], packed, self._limits):
            raise Unreadable(
                f"{name} is said to unpack to {self._sizes[name]:,} bytes, far more than an export "
                "holds, so it was not read."
            )
        try:
            source = holder._source(inside)
        except (OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
            raise damaged(name, error) from None

        def seen(position: int) -> None:
            self._seen[name] = max(position, self._seen.get(name, 0))

        return guarded(source, name, packed, self._limits, seen)

    def close(self) -> None:
        """Let go of the file, and of those in it."""
        for each in self._opened:
            each.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _add(self, name: str, size: int) -> None:
        if not is_clutter(name):
            self._sizes[name] = size
        if len(self._sizes) > self._limits.members:
            raise Unreadable(
                f"{self.label} holds more than {self._limits.members:,} files, so it was not read."
            )

    def _hold(self, name: str, inner: "Archive") -> None:
        """Show the files of an archive inside of this one as its own, below its name."""
        self._opened.append(inner)
        self.problems += inner.problems
        for each in inner.names:
            self._inner[f"{name}/{each}"] = (inner, each)
            self._add(f"{name}/{each}", inner.size(each))

    def _holder(self, name: str) -> "tuple[Archive, str]":
        """The archive that a file is in, and its name there."""
        if name not in self._inner:
            return self, name
        inner, inside = self._inner[name]
        return inner._holder(inside)

    def _not_followed(self, name: str) -> None:
        sentence = "This is a link to another place, so it was not followed: put the file itself there."
        self.problems.append(ImportProblem(kind="unreadable", where=name, sentence=sentence))

    @abstractmethod
    def _packed(self, name: str) -> int:
        """Size in the archive, in bytes."""

    @abstractmethod
    def _source(self, name: str) -> Any:
        """A stream of the file's bytes."""


class Folder(Archive):
    """An export that was unpacked."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        super().__init__(path.name or str(path), None, limits)
        self._path = path
        newest = 0.0
        for folder, inner, files in os.walk(path, onerror=self._left_out):
            for name in [*inner, *files]:
                each = Path(folder, name)
                if each.is_symlink():
                    self._not_followed(each.relative_to(path).as_posix())
                elif name in files and each.is_file():
                    facts = each.stat()
                    newest = max(newest, facts.st_mtime)
                    self._add(each.relative_to(path).as_posix(), facts.st_size)
        self.made_at = _moment(newest)

    def _left_out(self, error: OSError) -> None:
        folder = Path(error.filename)
        if folder == self._path:
            raise error
        name = folder.relative_to(self._path).as_posix()
        self.problems.append(ImportProblem(kind="unreadable", where=name, sentence=str(damaged(name, error))))

    def _packed(self, name: str) -> int:
        return self._sizes[name]

    def _source(self, name: str) -> Any:
        return (self._path / name).open("rb")


class SingleFile(Archive):
    """One file of an export, plain or packed with gzip."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        facts = path.stat()
        super().__init__(path.name, _moment(facts.st_mtime), limits)
        self._path = path
        with path.open("rb") as file:
            self._zipped = file.read(2) == b"\x1f\x8b"
        self._add(path.name.removesuffix(".gz") if self._zipped else path.name, facts.st_size)

    def _packed(self, name: str) -> int:
        return self._sizes[name]

    def _source(self, name: str) -> Any:  # noqa: ARG002 (there is only one)
        return gzip.open(self._path) if self._zipped else self._path.open("rb")


def own_name(name: str) -> str:
    """`tweets.js` of `data/tweets.js`."""
    return PurePosixPath(name).name


def is_clutter(name: str) -> bool:
    """What macOS and Windows put beside the files of an export."""
    path = PurePosixPath(name)
    return "__MACOSX" in path.parts or path.name.startswith("._") or path.name in (".DS_Store", "desktop.ini")


def _moment(seconds: float) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if seconds else None


def _by_number(name: str) -> list[tuple[int, str]]:
    """So that `tweets.js` comes before `tweets-part2.js`, and that before `tweets-part10.js`."""
    parts: list[str] = re.split(r"(\d+)", str(PurePosixPath(name).with_suffix("")).casefold())
    return [(int(part[:18]), "") if part.isdecimal() else (-1, part) for part in parts if part]
