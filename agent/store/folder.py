"""The data folder and its files, kept from other users of the machine."""

import os
from pathlib import Path

import platformdirs

from agent.trouble import Trouble

LOG_NAME = "pitch-in.db"
BACKUP_NAME = "pitch-in.db.backup"
"""The automatic backup, at most a day old."""


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
