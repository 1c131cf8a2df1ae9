"""Files that commands write: for the person only, never over another, and whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from agent.trouble import Trouble


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file at `path`, closed to others (0600); it is gone again where writing fails.

    Raises `Trouble` where there is one already, or where it can't be written.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Trouble(f"{path} exists already: choose another name.") from None
    except OSError as error:
        raise Trouble(f"{path} can't be written ({error.strerror}).") from None
    try:
        with os.fdopen(descriptor, "wb") as output:
            yield output
    except OSError as error:
        path.unlink(missing_ok=True)
        raise Trouble(f"{path} can't be written ({error.strerror}).") from None
    except BaseException:
        path.unlink(missing_ok=True)
        raise
