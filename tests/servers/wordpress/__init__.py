"""A real WordPress: Debian's files, its own MariaDB behind a socket, served by PHP on loopback."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.servers.process import answers, free_port, running
from tests.servers.site import AUTHOR, TEXT, TITLE, Site

DEBIANS = Path("/usr/share/wordpress")
HERE = Path(__file__).parent


@contextmanager
def wordpress(folder: Path) -> Iterator[Site]:
    """Run WordPress with one post and no comments, all its files in `folder`."""
    port = free_port()
    environment = {
        "PITCH_IN_BLOG": f"http://127.0.0.1:{port}",
        "PITCH_IN_SOCKET": str(folder / "mariadb.sock"),
        "PHP_CLI_SERVER_WORKERS": "4",  # a browser asks for several files at once
    }
    blog = _copy_files(folder / "blog")
    with _mariadb(folder):
        _install(blog, environment)
        url = f"http://127.0.0.1:{port}/repair-cafe/"
        serve = ["php", "-S", f"127.0.0.1:{port}", "-t", blog]
        with running(serve, folder / "php.log", lambda: answers(url), environment):
            yield Site(url=url)


def _copy_files(blog: Path) -> Path:
    """Copy Debian's WordPress: it looks for its configuration beside its own files."""
    shutil.copytree(DEBIANS, blog)
    for name in ("wp-config.php", "install.php"):
        shutil.copy(HERE / name, blog)
    plugins = blog / "wp-content" / "mu-plugins"
    plugins.mkdir()
    shutil.copy(HERE / "for-tests.php", plugins)
    return blog


@contextmanager
def _mariadb(folder: Path) -> Iterator[None]:
    """Run a database of our own: root without a password, reached only by a socket in our folder."""
    data, log = folder / "database", folder / "mariadb.log"
    ours = ["--no-defaults", f"--datadir={data}", "--user=root"]
    create = ["mariadb-install-db", *ours, "--auth-root-authentication-method=normal", "--skip-test-db"]
    subprocess.run(create, check=True, capture_output=True)
    socket = folder / "mariadb.sock"
    serve = ["mariadbd", *ours, f"--socket={socket}", "--skip-networking", "--innodb-buffer-pool-size=32M"]
    with running(serve, log, socket.exists):
        yield


def _install(blog: Path, environment: Mapping[str, str]) -> None:
    command = ["php", blog / "install.php", TITLE, AUTHOR, TEXT]
    everything = os.environ | environment
    done = subprocess.run(command, env=everything, capture_output=True, text=True, check=False)
    if done.returncode or done.stdout or done.stderr:
        raise RuntimeError(f"WordPress could not be set up:\n{done.stdout}{done.stderr}")
