"""An import that is stopped or killed loses nothing that it had written, doubles nothing, and goes on."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.agent.importers import test_x
from tests.agent.importers.exports import folder

MANY = 20_000


def start(export: Path, data: Path) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", "agent", "import", str(export), "--data-dir", str(data)]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def state(data: Path) -> tuple[str, int, int, int]:
    """Whether the file is whole, how many posts and how many different ones it holds, and their counts."""
    with closing(sqlite3.connect(data / "pitch-in.db")) as db:
        (whole,) = db.execute("PRAGMA integrity_check").fetchone()
        posts, different = db.execute("SELECT count(*), count(DISTINCT id) FROM posts").fetchone()
        (counts,) = db.execute("SELECT count(*) FROM engagement").fetchone()
        return whole, posts, different, counts


def posts_so_far(data: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{data / 'pitch-in.db'}?mode=ro", uri=True)) as db:
            found: int = db.execute("SELECT count(*) FROM posts").fetchone()[0]
            return found
    except sqlite3.Error:
        return 0


@contextmanager
def held_back(data: Path) -> Iterator[None]:
    """While another program writes to the log, the import can write no further posts."""
    with closing(sqlite3.connect(data / "pitch-in.db", timeout=60, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@pytest.fixture
def ctrl_c_works() -> Iterator[None]:
    """Started in a shell's background, the tests and all that they start would ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """An archive of many short posts."""
    tweets = (test_x.tweet(str(number), f"tweet {number}") for number in range(1, MANY + 1))
    return folder(tmp_path, {"tweets.js": test_x.file("tweets", *tweets)})


def wait_for_more_than(posts: int, running: subprocess.Popen[bytes], data: Path) -> None:
    while running.poll() is None and posts_so_far(data) <= posts:
        time.sleep(0.01)


@pytest.mark.usefixtures("ctrl_c_works")
def test_ctrl_c_says_what_is_in_the_log_and_that_the_same_line_goes_on(export: Path, tmp_path: Path) -> None:
    running = start(export, tmp_path / "data")
    wait_for_more_than(0, running, tmp_path / "data")
    with held_back(tmp_path / "data"):
        assert running.poll() is None, "The import was over before it could be stopped."
        running.send_signal(signal.SIGINT)
    told = running.communicate()[0].decode()
    assert running.returncode == 130
    assert "Stopped. The same line goes on from here." in told
    whole, posts, *_ = state(tmp_path / "data")
    assert (whole, f"{posts:,} posts imported" in told) == ("ok", True)


def test_a_killed_import_goes_on_where_it_was(export: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    seen = [0]
    for _ in range(2):
        running = start(export, data)
        wait_for_more_than(seen[-1], running, data)
        running.kill()
        running.communicate()
        whole, posts, different, counts = state(data)
        assert (whole, different, counts) == ("ok", posts, posts)
        assert posts >= seen[-1]
        seen.append(posts)
    assert seen[1] > 0
    last = start(export, data)
    printed = last.communicate()[0].decode()
    assert f"{MANY - seen[-1]:,} posts imported, {seen[-1]:,} known already." in printed
    assert state(data) == ("ok", MANY, MANY, MANY)
