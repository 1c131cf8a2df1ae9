"""`python -m agent collect`."""

from pathlib import Path

import click

from agent.collectors import Fetcher
from agent.commands import _options
from agent.commands._printing import plain, posts
from agent.services.collecting import Collecting
from agent.typed import command_line


def _bases(_context: click.Context, _option: click.Parameter, said: tuple[str, ...]) -> Fetcher:
    """`HOST=http://127.0.0.1:PORT` as a fetcher that asks that server in the place of HOST."""
    try:
        return Fetcher(dict(each.split("=", 1) for each in said))
    except ValueError:
        raise click.BadParameter("write HOST=http://127.0.0.1:PORT, a server on this machine.") from None


@click.command("collect")
@click.option(
    "--base-address",
    "fetcher",
    multiple=True,
    metavar="HOST=URL",
    callback=_bases,
    hidden=True,
    help="Ask a server on this machine in the place of HOST, to try a collector.",
)
@_options.data_dir
def command(fetcher: Fetcher, data_dir: Path) -> None:
    """Ask the sites that you switched on what came back for your posts, once.

    Without a site switched on in the viewer's settings, nothing is asked. Between two posts it waits as long
    as each site wants, so this may take a while; Ctrl+C stops, and the next time goes on from there.
    """
    with _options.existing_log(data_dir) as services:
        collecting = Collecting(services.log, services.settings, fetcher)
        on = [each for each in collecting.sites().sites if each.on]
        if not on:
            click.echo(
                "No site is switched on, so nothing is asked. Switch sites on in the viewer: "
                f"`{command_line('serve', data_dir)}`."
            )
            return
        asked = 0
        for host, said in collecting.ask_all_due():
            asked += 1
            click.echo(f"{plain(host)}: {plain(said)}")
        click.echo(f"Asked about {posts(asked)}." if asked else "Nothing is due.")
