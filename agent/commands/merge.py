"""`python -m agent merge`."""

from pathlib import Path

import click

from agent.commands import _options
from agent.commands._printing import posts


@click.command("merge")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_options.data_dir
def command(file: Path, data_dir: Path) -> None:
    """Take what another log holds into this one: the pitch-in.db, or a backup, of another machine.

    The same post comes once, and of two things known about it the newer stays. FILE isn't changed; running
    it again changes nothing.
    """
    with _options.existing_log(data_dir) as services:
        merged = services.whole.merge(file)
    click.echo(
        f"{posts(merged.new)} came from {file}, {merged.changed:,} changed, {merged.same:,} were the same."
    )
    if merged.deleted:
        click.echo(f"Left out: {merged.deleted:,}. You deleted them here after they were logged there.")
    if merged.past:
        click.echo(f"Left out: {merged.past:,}. They are older than you keep posts here.")
    if merged.rules:
        click.echo(
            f"Left out: {merged.rules:,} that say how long posts are kept, and could delete some of yours. "
            "Under Settings, What is stored, you can set the same, and are asked first."
        )
    if merged.refused:
        click.echo(f"Left out: {merged.refused:,} records that can't be read.")
