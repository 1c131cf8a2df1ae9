"""Files that the person sends to the agent in slices, kept in the data folder only while they are read."""

import errno
import os
import re
import shutil
from pathlib import Path
from uuid import UUID

from agent.importers import own_name
from agent.problems import Conflict, NoRoom
from agent.store import folder

_FOLDER = "imports"
_SPARE = 256 << 20
"""Bytes that stay free on the disk, so that the log can be written."""
_LONGEST_NAME = 120


class Upload:
    """A file that is arriving. Raises `NoRoom` where the disk has none for it."""

    def __init__(self, data_folder: Path, upload_id: UUID, name: str, size: int) -> None:
        if size + _SPARE > shutil.disk_usage(data_folder).free:
            raise _no_room()
        home = data_folder / _FOLDER / str(upload_id)
        folder.prepare(home)
        self.path = home / _harmless(name)
        self.size = size
        self.received = 0
        folder.touch(self.path)

    @property
    def whole(self) -> bool:
        """Whether all of it is there."""
        return self.received == self.size

    def take(self, offset: int, data: bytes) -> None:
        """Add a slice; raises `Conflict` for one that isn't the next, or is more than was announced."""
        if offset != self.received:
            raise Conflict(f"Send the slice that begins at byte {self.received}.")
        if self.received + len(data) > self.size:
            raise Conflict(f"The file was announced with {self.size} bytes, and this would make it longer.")
        try:
            with self.path.open("r+b") as file:
                file.seek(offset)
                file.write(data)
        except OSError as error:
            raise _no_room() if error.errno == errno.ENOSPC else _not_written(error) from None
        self.received += len(data)

    def remove(self) -> None:
        """Delete what has arrived."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


def remove_all(data_folder: Path) -> None:
    """Delete what has arrived for any import: at the end of an agent, and at the start after a crash."""
    shutil.rmtree(data_folder / _FOLDER, ignore_errors=True)


def _harmless(name: str) -> str:
    """The file's own name, which importers go by, without anything that a file system would obey."""
    kept = re.sub(r"[^\w.() -]", "_", own_name(name.replace("\\", "/"))).strip(" .")
    stem, dot, ending = kept[-_LONGEST_NAME:].rpartition(".")
    return f"{stem or 'export'}{dot}{ending}"


def _no_room() -> NoRoom:
    return NoRoom(
        "There is no room on the disk for a copy of this file: make room, or give its path instead."
    )


def _not_written(error: OSError) -> NoRoom:
    return NoRoom(
        f"The file could not be kept in the data folder ({os.strerror(error.errno or 0)}): give its path "
        "instead."
    )
