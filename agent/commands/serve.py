"""`python -m agent serve`."""

import os
import sys
import webbrowser
from pathlib import Path

import click

from agent.app import create_app
from agent.commands import _options
from agent.listening import DEFAULT_PORT, address_of, listen, loopback
from agent.only_one import announce, only_agent
from agent.reporting import print_reports
from agent.server import serve, stop_on_signals
from agent.services import Services, uploads
from agent.store import Log, folder, merge_copy
from agent.store.restoring import Restored, restore_if_damaged


@click.command("serve")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=DEFAULT_PORT,
    show_default=True,
    help="Port; 0 takes a free one.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    callback=lambda _context, _option, host: loopback(host),
    help="127.0.0.1 or ::1: this machine only.",
)
@click.option("--open", "open_viewer", is_flag=True, help="Open the viewer in your browser.")
@_options.data_dir
def command(port: int, host: str, open_viewer: bool, data_dir: Path) -> None:
    """Start Pitch In and print a link to its viewer."""
    stop_on_signals()
    _keep_to_ourselves()
    print_reports()
    folder.prepare(data_dir)
    with only_agent(data_dir), listen(host, port) as listening:
        address = address_of(*listening.getsockname()[:2])
        uploads.remove_all(data_dir)
        merge_copy.forget_left(data_dir)
        restored = restore_if_damaged(data_dir)
        log = Log(data_dir)
        try:
            services = Services.on(log, address)
            if restored:
                click.echo(_told(restored, services.whole.rescue(restored.aside)), err=True)
            services.settings.check()
            app = create_app(services)
            announce(data_dir, address)
            link = services.sessions.new_link()
            click.echo(f"Pitch In is ready at {link}")
            click.echo("The link works once, within ten minutes. Stop Pitch In with Ctrl+C.")
            if open_viewer and _has_screen():
                webbrowser.open(link)
            serve(app, listening)
        finally:
            log.close()
    click.echo("Pitch In has stopped.")
    _end_at_once()


def _keep_to_ourselves() -> None:
    """Close what this process writes to other users, and leave no memory image after a crash."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _told(restored: Restored, rescued: int) -> str:
    made_at = restored.made_at.astimezone()
    return (
        f"The log was damaged. Its backup of {made_at:%Y-%m-%d %H:%M} is in its place now, with {rescued:,} "
        f"later post{'' if rescued == 1 else 's'} that could still be read. What was damaged is kept as "
        f"{restored.aside} until you delete it, or a post."
    )


def _end_at_once() -> None:
    """End the process: all is closed, and to take the loaded model apart would only take a second more."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
