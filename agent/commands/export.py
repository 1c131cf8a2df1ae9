"""`python -m agent export`."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from agent.commands import _options
from agent.commands._new_file import new_file
from agent.exporters import Exporter, exporters
from agent.services import Services
from agent.trouble import Trouble


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default="-")
@click.option(
    "--format",
    "name",
    type=click.Choice(list(exporters())),
    default="jsonl",
    show_default=True,
    help="; ".join(f"{each.name}: {each.title}" for each in exporters().values()) + ".",
)
@_options.data_dir
def command(file: Path, name: str, data_dir: Path) -> None:
    """Write the whole log to FILE, or to standard output. FILE must not exist yet.

    What JSON Lines hold, `import` makes into the same log again.
    """
    with _options.existing_log(data_dir) as services:
        exporter = services.exports.format(name)
        if str(file) == "-":
            if sys.stdout is None:
                raise Trouble("There is no standard output to write to: name a FILE.")
            _write(services, exporter, sys.stdout.buffer)
            return
        if exporter.first and file.suffix.lower() != ".zip":
            zipped = file.with_suffix(".zip").name
            raise Trouble(
                f"What --format {name} writes is a zip to unpack: call it {zipped}, not {file.name}."
            )
        with new_file(file) as output:
            _write(services, exporter, output)
        begin = f": unpack it, and open {exporter.first} first" if exporter.first else ""
        click.echo(f"The log is in {file}{begin}.", err=True)


def _write(services: Services, exporter: Exporter, output: BinaryIO) -> None:
    for part in services.exports.write(exporter):
        output.write(part)
    output.flush()
