"""One agent per data folder, and where it is.

The lock is SQLite's own on an empty file: the system lets go of it when the process ends, however it ends,
and it works alike on Linux, macOS and Windows.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from agent.store.folder import touch
from agent.trouble import Trouble
from agent.typed import command_line

_LOCK = "agent.lock"
_PLACE = "agent.json"


@contextmanager
def only_agent(folder: Path) -> Iterator[None]:
    """Hold the folder for this process; raises `Trouble` when another agent holds it."""
    with closing(_open(folder)) as connection:
        if not _take(connection):
            where = f"at {place} " if (place := _place(folder)) else ""
            raise Trouble(
                f"Pitch In is already running {where}with the data in {folder}: get a sign-in link with "
                f"`{command_line('link', folder)}`."
            )
        try:
            yield
        finally:
            (folder / _PLACE).unlink(missing_ok=True)


def announce(folder: Path, address: str) -> None:
    """Tell the other commands where the agent of this folder is."""
    touch(folder / _PLACE)
    (folder / _PLACE).write_text(json.dumps({"address": address, "pid": os.getpid()}), encoding="utf-8")


def running_at(folder: Path) -> str | None:
    """The address of the agent that holds the folder; `None` when none does."""
    if not (folder / _LOCK).exists():
        return None
    with closing(_open(folder)) as connection:
        return None if _take(connection) else _place(folder)


def _open(folder: Path) -> sqlite3.Connection:
    touch(folder / _LOCK)
    return sqlite3.connect(folder / _LOCK, timeout=1, isolation_level=None)


def _take(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return False
    return True


def _place(folder: Path) -> str | None:
    try:
        place = json.loads((folder / _PLACE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    address = place.get("address") if isinstance(place, dict) else None
    return address if isinstance(address, str) else None
