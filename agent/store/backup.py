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


class Damaged(Trouble):
    """What was to be copied is damaged."""


def copy(log_file: Path, to: Path) -> None:
    """Copy the log to `to`, which must not exist: one file of its own, closed to others (0600).

    Raises `Damaged` where `log_file` is, `Trouble` where there is a file already, or none can be written.
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
        raise Damaged(f"The log {log_file} is damaged or is none, so it was not copied.") from None
    except BaseException:
        _remove(to)
        raise


def keep_last(log_file: Path, now: float | None = None) -> bool:
    """Make the automatic backup anew if it is a day old; whether that was done."""
    kept = log_file.parent / folder.BACKUP_NAME
    moment = time.time() if now is None else now
    # One that is to be made in the future was made before the clock was set back.
    if kept.exists() and 0 <= moment - kept.stat().st_mtime < _DAY:
        return False
    made = kept.with_name(kept.name + _UNFINISHED)
    _remove(made)
    copy(log_file, made)
    made.replace(kept)
    return True


def forget_last(data_folder: Path) -> None:
    """Overwrite and delete all automatic copies: they may hold what was just deleted from the log."""
    kept, aside = data_folder / folder.BACKUP_NAME, data_folder / folder.ASIDE_NAME
    forget(kept, kept.with_name(kept.name + _UNFINISHED), aside, *folder.beside(aside))


def forget(*paths: Path) -> None:
    """Overwrite and delete files, those that are there."""
    for path in paths:
        if path.exists():
            with path.open("r+b") as file:
                left = path.stat().st_size
                while left > 0:
                    left -= file.write(bytes(min(left, 1 << 20)))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()


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
    for each in (path, *folder.beside(path)):
        each.unlink(missing_ok=True)
