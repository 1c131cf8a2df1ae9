"""A made-up log of two thousand posts, read once."""

from pathlib import Path

import pytest

from agent.insights import Facts, read
from agent.store import Log
from tests.agent.made.log import UNTIL, MadeLog

POSTS = 2_000


@pytest.fixture(scope="session")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """What the insights are drawn from."""
    folder: Path = tmp_path_factory.mktemp("made")
    log = Log(folder)
    MadeLog(POSTS).write(log)
    with log.reading() as db:
        found = read(db, int(UNTIL.timestamp()))
    log.close()
    return found
