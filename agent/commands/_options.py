"""Options and steps that several commands share."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from agent.services import Services
from agent.store import Log
from agent.store.folder import LOG_NAME, default_folder
from agent.trouble import Trouble
from agent.typed import command_line

data_dir = click.option(
    "--data-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=default_folder,
    show_default="the folder for your programs' data",
    help="Folder with the log.",
)


@contextmanager
def existing_log(folder: Path) -> Iterator[Services]:
    """The services on the log in `folder`, with the agent running or not.

    Raises `Trouble` without a log, or where it can't be read or written.
    """
    if not (folder / LOG_NAME).exists():
        raise Trouble(f"There is no log in {folder} yet: `{command_line('serve', folder)}` makes one.")
    log = Log(folder)
    try:
        yield Services.on(log, address="")
    except sqlite3.Error as error:
        raise log.trouble(error) from None
    finally:
        log.close()
