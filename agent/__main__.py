"""`python -m agent`: every error is one sentence, with exit code 2."""

import errno
import io
import sys

import click

import agent
from agent import commands
from agent.problems import Problem
from agent.reporting import place
from agent.trouble import Trouble
from agent.typed import command_line
from nlp.registry import modules_in

_OUTPUT = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""What writing to a file that the shell opened fails with."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(agent.__version__, prog_name="Pitch In")
def cli() -> None:
    """Pitch In: a second look at a post while it is still a draft, on your own machine."""


for _module in modules_in(commands):
    cli.add_command(_module.command)


def main() -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result = cli.main(prog_name="python -m agent", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return 2
    except Trouble as trouble:
        click.echo(str(trouble), err=True)
        return 2
    except Problem as problem:
        click.echo(problem.detail, err=True)
        return 2
    except click.Abort:
        return 130
    except OSError as error:
        if error.filename is not None or error.errno not in _OUTPUT:
            return _unexpected(error)
        click.echo(f"The output can't be written ({error.strerror}): print it to another place.", err=True)
        return 2
    except Exception as error:
        return _unexpected(error)
    return result if isinstance(result, int) else 0


def _unexpected(error: Exception) -> int:
    click.echo(f"Something went wrong inside Pitch In: {place(error)}.", err=True)
    advice = f"Run `{command_line('doctor')}`, and report this line if it finds nothing wrong."
    click.echo(advice, err=True)
    return 2


if __name__ == "__main__":
    sys.exit(main())
