"""The data folder and its files, kept from other users of the machine."""

import os
from pathlib import Path

import platformdirs

from agent.trouble import Trouble

LOG_NAME = "pitch-in.db"
BACKUP_NAME = "pitch-in.db.backup"
"""The automatic backup, at most a day old."""
SUSPECT_NAME = "pitch-in.db.suspect"
"""Empty: the log was found damaged while it was used."""
MERGING_NAME = "pitch-in.db.merging"
"""A whole copy of another log, while it is merged into this one."""
READY_NAME = "pitch-in.db.ready"
"""A whole copy of the backup, on its way into the place of a damaged log."""
ASIDE_NAME = "pitch-in.db.damaged"
"""The damaged log whose place the backup took."""


def default_folder() -> Path:
    """Where this system keeps a program's data for one user."""
    return platformdirs.user_data_path("pitch-in", appauthor=False)


def prepare(folder: Path) -> None:
    """Make `folder` if it isn't there, closed to others (0700); raise `Trouble` where that can't be done."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise Trouble(f"{folder} is a file: choose a folder for the data with --data-dir.") from None
    except OSError as error:
        raise Trouble(f"{_cannot_write(folder)} ({error.strerror}).") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise Trouble(f"{_cannot_write(folder)}.")


def beside(path: Path) -> list[Path]:
    """The files that SQLite keeps beside a database while it is in use, there or not."""
    return [path.with_name(path.name + end) for end in ("-journal", "-wal", "-shm")]


def touch(path: Path) -> None:
    """Make the file `path` if it isn't there, closed to others (0600) from its first moment."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise Trouble(f"{_cannot_write(path)} ({error.strerror}).") from None


def _cannot_write(path: Path) -> str:
    return (
        f"Pitch In may not write to {path}: change its permissions, or choose another folder with --data-dir"
    )
