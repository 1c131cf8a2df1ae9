"""Streams that stop before they harm: an export is a file from somewhere else.

A zip of a few kilobytes can unpack to terabytes, so a stream ends with one sentence when it grows far more
than texts do. Every way in which a file can be damaged becomes the same error.
"""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from agent.trouble import Trouble

try:
    from lzma import LZMAError
except ImportError:  # Python can be built without it, and then zipfile reads no such zips
    LZMAError = EOFError  # type: ignore[misc,assignment]

_BUFFER = 1 << 18
_DAMAGE = (
    OSError,
    EOFError,
    zlib.error,
    LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Unreadable(Trouble):
    """A file, or one inside of it, that can't be read: what is wrong, in one sentence."""


@dataclass(frozen=True)
class Limits:
    """How far an archive is trusted. Sizes in bytes."""

    member: int = 8 << 30
    """Most bytes of one file in it."""
    ratio: int = 250
    """Most bytes unpacked of one packed; exports (repetitive JSON) stay below 40."""
    slack: int = 32 << 20
    """Unpacked bytes that are harmless at any ratio."""
    members: int = 1_000_000
    """Most files in it."""


LIMITS = Limits()


def fair_size(size: int, packed: int, limits: Limits) -> bool:
    """Whether a file of `size` bytes may come out of `packed` ones."""
    return size <= limits.member and size <= limits.slack + packed * limits.ratio


class GuardedStream(io.RawIOBase):
    """Reads `source` until it exceeds what `packed` bytes may hold; tells `seen` how far it came."""

    def __init__(
        self, source: Any, name: str, packed: int, limits: Limits, seen: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._source = source
        self._name = name
        self._packed = packed
        self._limits = limits
        self._seen = seen
        self._read = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer`; raises `Unreadable`."""
        try:
            data = self._source.read(len(buffer))
        except _DAMAGE as error:
            raise damaged(self._name, error) from None
        self._read += len(data)
        if not fair_size(self._read, self._packed, self._limits):
            raise Unreadable(
                f"{self._name} unpacks to far more than an export holds, so it was not read on: it may be "
                "made to fill the memory."
            )
        self._seen(self._read)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the source too."""
        if not self.closed:
            self._source.close()
        super().close()


def guarded(
    source: Any, name: str, packed: int, limits: Limits, seen: Callable[[int], None]
) -> io.BufferedReader:
    """A buffered stream over `source` that raises `Unreadable` where that is damaged or a bomb."""
    return io.BufferedReader(GuardedStream(source, name, packed, limits, seen), _BUFFER)


def damaged(name: str, error: Exception) -> Unreadable:
    """What is wrong with `name`, in one sentence."""
    if isinstance(error, RuntimeError) and "password" in str(error):
        return Unreadable(f"{name} is locked with a password: unpack it and import the folder.")
    if isinstance(error, NotImplementedError):
        return Unreadable(
            f"{name} is packed in a way that can't be read here: unpack it and import the folder."
        )
    if isinstance(error, PermissionError):
        return Unreadable(f"{name} may not be read: change its permissions.")
    return Unreadable(f"{name} is cut off or damaged: download the export again.")
