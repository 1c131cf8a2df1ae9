"""`python -m agent doctor`."""

from pathlib import Path

import click

from agent.commands import _options
from agent.examination import examine


@click.command("doctor")
@_options.data_dir
def command(data_dir: Path) -> int:
    """Say what is wrong with this installation, in plain words.

    Ends with 0 when all is well, 1 when something is wrong.
    """
    wrong = 0
    for finding in examine(data_dir):
        click.echo(f"{'ok     ' if finding.fine else 'WRONG  '} {finding.sentence}")
        wrong += not finding.fine
    click.echo("All is well." if not wrong else f"{wrong} thing{'' if wrong == 1 else 's'} to put right.")
    return int(wrong > 0)
