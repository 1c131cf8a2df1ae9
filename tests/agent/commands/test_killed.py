"""Killed at a few random moments; `python -m tests.bench.killed` does it 200 times."""

from pathlib import Path
from random import Random

from tests.bench.killed import kill_while_importing, kill_while_logging


def test_no_acknowledged_post_is_lost_or_doubled_by_kills_while_logging(tmp_path: Path) -> None:
    found = kill_while_logging(3, tmp_path, Random())  # noqa: S311
    assert found.fine, str(found)
    assert found.acknowledged


def test_no_post_is_lost_or_doubled_by_kills_while_importing(tmp_path: Path) -> None:
    found = kill_while_importing(6, tmp_path, Random(), posts=4_000)  # noqa: S311
    assert found.fine, str(found)
