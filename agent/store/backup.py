"""Whole copies of a log, made while it is in use."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from agent.store import folder
from agent.trouble import Trouble

_DAY = 24 * 60 * 60
_UNFINISHED = ".part"


def copy(log_file: Path, to: Path) -> None:
    """Copy the log to `to`, which must not exist: one file of its own, closed to others (0600).

    Raises `Trouble` where there is a file already, where it can't be written or `log_file` is damaged.
    """
    try:
        os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise Trouble(f"{to} exists already: choose another name.") from None
    except OSError as error:
        raise Trouble(f"{to} can't be written ({error.strerror}).") from None
    try:
        _copy(log_file, to)
    except sqlite3.Error as error:
        _remove(to)
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            raise Trouble(f"There is no room for {to}: make room, or choose another place.") from None
        raise Trouble(f"The log {log_file} is damaged or is none, so it was not copied.") from None
    except BaseException:
        _remove(to)
        raise


def keep_last(log_file: Path, now: float | None = None) -> bool:
    """Make the automatic backup anew if it is a day old; whether that was done."""
    kept = log_file.parent / folder.BACKUP_NAME
    moment = time.time() if now is None else now
    if kept.exists() and moment - kept.stat().st_mtime < _DAY:
        return False
    made = kept.with_name(kept.name + _UNFINISHED)
    _remove(made)
    copy(log_file, made)
    made.replace(kept)
    return True


def forget_last(data_folder: Path) -> None:
    """Overwrite and delete the automatic backup: it may hold what was just deleted from the log."""
    for name in (folder.BACKUP_NAME, folder.BACKUP_NAME + _UNFINISHED):
        path = data_folder / name
        if path.exists():
            with path.open("r+b") as file:
                left = path.stat().st_size
                while left > 0:
                    left -= file.write(bytes(min(left, 1 << 20)))
                file.flush()
                os.fsync(file.fileno())
            _remove(path)


def _copy(log_file: Path, to: Path) -> None:
    # In one step: in WAL mode that keeps no writer waiting, and a copy in several would begin anew with
    # every post that is logged meanwhile.
    address = f"{log_file.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(to)) as copied:
        source.backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")
        if copied.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("damaged")


def _remove(path: Path) -> None:
    for each in (path, *(path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm"))):
        each.unlink(missing_ok=True)
