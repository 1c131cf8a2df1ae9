"""A damaged log: noticed where it is used, set aside at the next start, its last backup in its place.

Whoever meets damage leaves a mark, and a marked log is looked through as the agent starts: to look through
every log at every start would take a second for 100,000 posts. Each step is one rename, so that a start that
is cut short is gone on with by the next one.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from agent.store import backup, folder


@dataclass(frozen=True)
class Restored:
    """The log as it was at `made_at` is in the place of a damaged one, which is `aside`."""

    made_at: datetime
    aside: Path


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the file itself is broken."""
    name = getattr(error, "sqlite_errorname", "")
    return isinstance(error, sqlite3.Error) and name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def suspect(log_file: Path) -> None:
    """Let the log be looked through at the next start."""
    folder.touch(log_file.with_name(folder.SUSPECT_NAME))


def advice(log_file: Path) -> str:
    """What to do about a damaged log."""
    if log_file.with_name(folder.BACKUP_NAME).exists():
        return "start Pitch In anew, which puts its last backup in its place"
    return "put a backup in its place, or choose another folder with --data-dir"


def restore_if_damaged(data_folder: Path) -> Restored | None:
    """Put the last backup in the place of a damaged log; None where the log is sound or no backup is.

    Nobody else may have the log open. Raises `Trouble` where the disk is full or may not be written.
    """
    log_file = data_folder / folder.LOG_NAME
    ready = data_folder / folder.READY_NAME
    kept = data_folder / folder.BACKUP_NAME
    if not ready.exists():
        if not (log_file.exists() and kept.exists() and _is_damaged(log_file)):
            (data_folder / folder.SUSPECT_NAME).unlink(missing_ok=True)
            return None
        try:
            _make_ready(kept, ready)
        except backup.Damaged:
            return None
    made_at = datetime.fromtimestamp(ready.stat().st_mtime, UTC)
    aside = data_folder / folder.ASIDE_NAME
    if log_file.exists():
        backup.forget(aside, *folder.beside(aside))
        for each, to in zip(folder.beside(log_file), folder.beside(aside), strict=True):
            if each.exists():
                each.replace(to)
        log_file.replace(aside)
    ready.replace(log_file)
    (data_folder / folder.SUSPECT_NAME).unlink(missing_ok=True)
    return Restored(made_at, aside)


def _is_damaged(log_file: Path) -> bool:
    """Whether the file can't be opened, or was marked and has a fault. A broken word index is made anew."""
    if not log_file.stat().st_size:
        return True
    marked = log_file.with_name(folder.SUSPECT_NAME).exists()
    try:
        with closing(sqlite3.connect(log_file)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            if marked:
                faults = connection.execute("PRAGMA integrity_check(1)").fetchall()
                if faults == [("ok",)]:
                    _mend_words(connection)
                return faults != [("ok",)]
    except sqlite3.Error as error:
        return is_damage(error)
    return False


def _mend_words(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("INSERT INTO posts_fts (posts_fts) VALUES ('integrity-check')")
    except sqlite3.DatabaseError:
        connection.rollback()
        connection.execute("INSERT INTO posts_fts (posts_fts) VALUES ('rebuild')")
        connection.commit()


def _make_ready(kept: Path, ready: Path) -> None:
    unfinished = ready.with_name(f"{ready.name}.part")
    backup.forget(unfinished)
    backup.copy(kept, unfinished)
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    made_at = kept.stat().st_mtime
    os.utime(unfinished, (made_at, made_at))
    unfinished.replace(ready)
