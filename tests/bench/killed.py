"""SIGKILL at random moments, while posts are logged over HTTP and while an archive is imported.

After each: every acknowledged post is there, none is there twice, the file is whole.
"""

import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import click
import requests

from tests.agent.calls import new_id, new_post
from tests.agent_process import EXTENSION, start_agent
from tests.bench.import_archive import write_archive


@dataclass
class Found:
    """What was wrong after kills, in posts; `damaged` in files."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    damaged: int = 0

    @property
    def fine(self) -> bool:
        """Whether nothing was."""
        return not (self.lost or self.doubled or self.damaged)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged:,} acknowledged: {self.lost} lost, "
            f"{self.doubled} doubled, {self.damaged} files damaged"
        )


def look(data: Path, acknowledged: set[str], found: Found) -> int:
    """Look at the log after a kill, as the next agent would open it; how many posts it holds."""
    found.kills += 1
    with closing(sqlite3.connect(data / "pitch-in.db")) as db:
        found.damaged += db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
        if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'posts'").fetchone():
            found.lost += len(acknowledged)
            return 0
        ids = [post_id for (post_id,) in db.execute("SELECT id FROM posts")]
        found.doubled += len(ids) - len(set(ids))
        found.lost += len(acknowledged - set(ids))
        orphans = "SELECT count(*) FROM engagement WHERE post NOT IN (SELECT number FROM posts)"
        found.damaged += db.execute(orphans).fetchone()[0] > 0
        return len(ids)


def kill_while_logging(times: int, folder: Path, chance: Random) -> Found:
    """Start the agent, send posts as fast as it takes them, each twice, kill it; again with the same log."""
    found = Found()
    acknowledged: set[str] = set()
    key = ""
    for number in range(times):
        agent = start_agent(folder)
        # Paired once: a browser keeps its key, and agents refuse those who ask to be paired all the time.
        key = key or agent.pair()
        agent.origins[key] = EXTENSION
        senders = [
            threading.Thread(target=_send, args=(agent.call, key, acknowledged), daemon=True)
            for _ in range(3)
        ]
        before = len(acknowledged)
        for sender in senders:
            sender.start()
        _wait(lambda before=before: len(acknowledged) > before, 120)
        time.sleep(chance.random())
        agent.kill()
        for sender in senders:
            sender.join(60)
        look(agent.data_dir, set(acknowledged), found)
        found.acknowledged = len(acknowledged)
        _progress(number, times, found)
    return found


def kill_while_importing(times: int, folder: Path, chance: Random, posts: int = 20_000) -> Found:
    """Start an import, kill it at a random moment; when it has come to its end, begin with an empty log."""
    archive, data, found = folder / "archive", folder / "imported", Found()
    archive.mkdir()
    write_archive(archive, posts)
    line = [sys.executable, "-m", "agent", "import", str(archive), "--data-dir", str(data)]
    begun = time.monotonic()
    subprocess.run(line, check=True, capture_output=True)
    whole = time.monotonic() - begun
    shutil.rmtree(data)
    so_far = 0
    for number in range(times):
        running = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _wait(lambda: (data / "pitch-in.db").exists() or running.poll() is not None, 120)  # noqa: B023
        try:
            running.wait(chance.random() * whole)
        except subprocess.TimeoutExpired:
            running.send_signal(signal.SIGKILL)
        running.wait(60)
        now = look(data, set(), found)
        found.lost += max(0, so_far - now)
        so_far = now
        if now == posts:
            shutil.rmtree(data)
            so_far = 0
        _progress(number, times, found)
    subprocess.run(line, check=True, capture_output=True)
    found.lost += posts - look(data, set(), found)
    found.acknowledged = posts
    return found


def _send(call: Callable[..., requests.Response], key: str, acknowledged: set[str]) -> None:
    while True:
        post_id = new_id()
        try:
            for _ in range(2):
                if call("PUT", f"/v1/posts/{post_id}", new_post(text=post_id), key=key).status_code in (
                    200,
                    201,
                ):
                    acknowledged.add(post_id)
        except requests.RequestException:
            return


def _wait(true: Callable[[], bool], patience: float) -> None:
    until = time.monotonic() + patience
    while not true() and time.monotonic() < until:
        time.sleep(0.002)


def _progress(number: int, times: int, found: Found) -> None:
    if times > 20 and not (number + 1) % 10:
        click.echo(f"  {found}", err=True)


@click.command()
@click.option("--kills", default=200, show_default=True, help="Half while logging, half while importing.")
@click.option(
    "--seed", default=None, type=int, help="For the same moments again, as far as a machine allows."
)
def main(kills: int, seed: int | None) -> None:
    """Measure."""
    chance = Random(seed)  # noqa: S311 (nothing secret)
    with tempfile.TemporaryDirectory() as made:
        logging = kill_while_logging(kills // 2, Path(made), chance)
        click.echo(f"While logging: {logging}")
        importing = kill_while_importing(kills - kills // 2, Path(made), chance)
        click.echo(f"While importing: {importing}")
    sys.exit(not (logging.fine and importing.fine))


if __name__ == "__main__":
    main()
