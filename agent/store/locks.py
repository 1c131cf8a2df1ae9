"""Lets one process at a time do a thing in a data folder.

A lock is SQLite's own on an empty file: the system lets go of it when the process ends, however it ends, and
it works alike on Linux, macOS and Windows.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from agent.store.folder import touch


@contextmanager
def held(lock: Path, patience: float = 0) -> Iterator[bool]:
    """Hold the lock until the block ends; False where another still does after `patience` seconds.

    Raises `Trouble` where the file may not be written.
    """
    # Not where it's there: to close it by other means than SQLite's lets go of this process's locks on it.
    if not os.access(lock, os.W_OK):
        touch(lock)
    with closing(sqlite3.connect(lock, timeout=patience, isolation_level=None)) as connection:
        yield _take(connection)


def _take(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return False
    return True
