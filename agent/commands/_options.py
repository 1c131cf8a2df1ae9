"""Options that several commands share."""

from pathlib import Path

import click

from agent.store.folder import default_folder

data_dir = click.option(
    "--data-dir",
    type=click.Path(path_type=Path),
    default=default_folder,
    show_default="the folder for your programs' data",
    help="Folder with the log.",
)
