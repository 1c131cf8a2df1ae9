"""`python -m agent backup`."""

from pathlib import Path

import click

from agent.commands import _options


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_options.data_dir
def command(file: Path, data_dir: Path) -> None:
    """Copy the whole log to FILE, also while Pitch In runs. FILE must not exist yet.

    FILE is a log like the one it was copied from: to go back to it, stop Pitch In and put it in its place.
    """
    with _options.existing_log(data_dir) as services:
        services.whole.back_up(file)
    click.echo(f"The log is copied to {file}.")
