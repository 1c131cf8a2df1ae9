"""Opens the log and hands out connections to it."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from agent.store import backup, emptying, folder, merge_copy, migrations, restoring
from agent.trouble import Trouble

# An acknowledged post outlives a power cut (synchronous FULL with WAL), a deleted one leaves nothing behind
# (secure_delete), and no text reaches a temporary file (temp_store).
_PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
PRAGMA secure_delete = ON;
PRAGMA temp_store = MEMORY;
PRAGMA busy_timeout = 5000;
"""

_BREAKING_OFF = 100
"""Times, a hundredth of a second apart, that a block is broken off before its connection is left as it is."""


class Log:
    """The log of one data folder. Each thread has its own connection; writers wait for each other.

    Raises `Trouble` when the file can't be used.
    """

    def __init__(self, data_folder: Path) -> None:
        self.path = data_folder / folder.LOG_NAME
        self._of_thread = threading.local()
        self._connections: list[_Connection] = []
        self._guard = threading.Lock()
        self.closed = False
        self._writing = threading.Lock()
        folder.prepare(data_folder)
        folder.touch(self.path)
        try:
            with self._writing, self._connection() as db:
                migrations.bring_up_to_date(db, self.path)
        except sqlite3.Error as error:
            self.close()
            raise _trouble_with(self.path, error) from None
        except Trouble:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A view of the log that stays the same until the block ends."""
        with self._transaction("BEGIN") as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """All that the block writes is on disk when it ends, or none of it where it raises."""
        with self._writing, self._transaction("BEGIN IMMEDIATE") as db:
            yield db

    def forget_deleted(self) -> None:
        """Clear what was deleted out of the write-ahead log and of every copy. Call outside a block."""
        with self._connection() as db:
            db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        merge_copy.forget_left(self.path.parent)
        backup.forget_last(self.path.parent)

    def empty(self, emptied_at: str) -> None:
        """Empty the log for good, at this moment. Call outside a block, and `forget_deleted` after it."""
        with self._writing, self._connection() as db:
            emptying.empty(db.conn, emptied_at)

    def trouble(self, error: sqlite3.Error) -> Trouble:
        """What to tell the person about an error of the file, in one sentence."""
        return _trouble_with(self.path, error)

    def close(self) -> None:
        """Close every connection; what is still read is broken off. The log can't be used after that."""
        with self._guard:
            self.closed = True
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Database]:
        with self._connection() as db:
            db.conn.execute(begin)
            try:
                yield db
                db.commit()
            except BaseException as error:
                db.rollback()
                if restoring.is_damage(error):
                    restoring.suspect(self.path)
                raise

    def _connection(self) -> "_Connection":
        found: _Connection | None = getattr(self._of_thread, "connection", None)
        if found is None:
            with self._guard:
                if self.closed:
                    raise sqlite3.ProgrammingError("The log is closed.")
                found = self._of_thread.connection = _Connection(self.path)
                self._connections.append(found)
        return found


class _Connection:
    """One thread's connection, which another may close: in use in `with` blocks, and not closed while it is.

    A connection that is closed while it runs a statement ends the whole process.
    """

    def __init__(self, path: Path) -> None:
        connection = sqlite3.connect(path, check_same_thread=False)
        try:
            connection.executescript(_PRAGMAS)
        except sqlite3.Error:
            connection.close()
            raise
        self._database = Database(connection)
        self._blocks = 0
        self._free = threading.Condition()

    def __enter__(self) -> Database:
        with self._free:
            self._blocks += 1
        return self._database

    def __exit__(self, *_: object) -> None:
        with self._free:
            self._blocks -= 1
            self._free.notify()

    def close(self) -> None:
        """Break off what it still does, and close it; a block that waits for something else keeps it."""
        with self._free:
            for _ in range(_BREAKING_OFF):
                if not self._blocks:
                    self._database.conn.close()
                    return
                # A block begins its next statement after the one that was broken off.
                self._database.conn.interrupt()
                self._free.wait(0.01)


def _trouble_with(path: Path, error: sqlite3.Error) -> Trouble:
    kind = getattr(error, "sqlite_errorname", "")
    if kind.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Trouble(f"The log {path} is in use by another program: close it there and try again.")
    if kind.startswith("SQLITE_FULL"):
        return Trouble(f"The disk is full, so the log {path} can't be written: make room and try again.")
    if kind.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
        return Trouble(
            f"Pitch In may not write to {path}: change its permissions, or choose another folder with "
            "--data-dir."
        )
    return Trouble(f"The log {path} is damaged or isn't a log of Pitch In: {restoring.advice(path)}.")
