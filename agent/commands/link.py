"""`python -m agent link`."""

from pathlib import Path

import click

from agent.commands import _options
from agent.only_one import running_at
from agent.services.sessions import Sessions
from agent.store import Log
from agent.trouble import Trouble
from agent.typed import command_line


@click.command("link")
@_options.data_dir
def command(data_dir: Path) -> None:
    """Print a link that signs you in to the viewer of the running Pitch In, once."""
    address = running_at(data_dir)
    if address is None:
        start = command_line("serve", data_dir)
        raise Trouble(f"Pitch In isn't running: start it with `{start}`, which prints a link.")
    log = Log(data_dir)
    try:
        click.echo(Sessions(log, address).new_link())
    finally:
        log.close()
