"""The copy of another log that a merge brings up to date and reads; it goes however the merge ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agent.store import backup, folder
from agent.store.locks import held
from agent.trouble import Trouble

_LOCK = "merge.lock"


@contextmanager
def copy_of(other: Path, data_folder: Path) -> Iterator[Path]:
    """Copy another log into this folder until the block ends.

    Raises `Trouble` where another merge has one there, or as `backup.copy` does.
    """
    with held(data_folder / _LOCK, patience=1) as alone:
        if not alone:
            raise Trouble("Another merge into this log is at work: try again when it has ended.")
        _forget(data_folder)
        try:
            backup.copy(other, data_folder / folder.MERGING_NAME)
            yield data_folder / folder.MERGING_NAME
        finally:
            _forget(data_folder)


def forget_left(data_folder: Path) -> None:
    """Overwrite and delete what a merge has left that was killed; nothing while one is at work."""
    if (data_folder / folder.MERGING_NAME).exists():
        with held(data_folder / _LOCK) as alone:
            if alone:
                _forget(data_folder)


def _forget(data_folder: Path) -> None:
    copied = data_folder / folder.MERGING_NAME
    # The copy last: by it is seen that something was left.
    backup.forget(*folder.beside(copied), copied)
