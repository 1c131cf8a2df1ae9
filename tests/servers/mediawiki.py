"""A real MediaWiki with VisualEditor: Debian's files, an SQLite of its own, served by PHP on loopback."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.servers.process import answers, free_port, running
from tests.servers.site import AUTHOR, TEXT, TITLE, Site

DEBIANS = Path("/usr/share/mediawiki")
# The talk pages get the visual editor too, and strangers may write; nothing is asked of another machine.
OURS = """
wfLoadExtension( 'VisualEditor' );
$wgDefaultUserOptions['visualeditor-enable'] = 1;
$wgDefaultUserOptions['visualeditor-hidebetawelcome'] = 1;
$wgVisualEditorAvailableNamespaces = [ NS_TALK => true ];
$wgVisualEditorShowBetaWelcome = false;
$wgPingback = false;
"""


@contextmanager
def mediawiki(folder: Path) -> Iterator[Site]:
    """Run MediaWiki with one article, whose talk page nobody has written; all its files in `folder`."""
    port = free_port()
    environment = {
        "MW_CONFIG_FILE": str(folder / "LocalSettings.php"),
        "PHP_CLI_SERVER_WORKERS": "4",  # the editor has the wiki ask itself
    }
    _install(folder, port, environment)
    address = f"http://127.0.0.1:{port}/index.php?title=Talk:{quote(TITLE)}&veaction=edit"
    serve = ["php", "-S", f"127.0.0.1:{port}", "-t", DEBIANS]
    with running(serve, folder / "php.log", lambda: answers(address), environment):
        yield Site(url=address)


def _install(folder: Path, port: int, environment: Mapping[str, str]) -> None:
    """Make the wiki and its article."""
    database = ["--dbtype", "sqlite", "--dbname", "wiki", "--dbpath", folder]
    address = ["--server", f"http://127.0.0.1:{port}", "--scriptpath", "", "--confpath", folder]
    owner = ["--pass", "what-a-test-needs", "Fix it together", AUTHOR]
    _maintain("install.php", *database, *address, *owner)
    with (folder / "LocalSettings.php").open("a", encoding="utf-8") as settings:
        settings.write(OURS)
    _maintain("edit.php", "-u", AUTHOR, TITLE, text=TEXT, environment=environment)


def _maintain(
    script: str, *arguments: str | Path, text: str = "", environment: Mapping[str, str] | None = None
) -> None:
    command = ["php", DEBIANS / "maintenance" / script, *arguments]
    everything = os.environ | (environment or {})
    done = subprocess.run(command, input=text, env=everything, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"MediaWiki's {script} failed:\n{done.stdout}{done.stderr}")
