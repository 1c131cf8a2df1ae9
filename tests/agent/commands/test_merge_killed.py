"""A merge that was killed leaves a whole log behind: it goes, and that of a merge at work stays."""

import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from agent.services import Services
from agent.store import Log, merge_copy
from agent.store.folder import LOG_NAME, MERGING_NAME
from agent.trouble import Trouble
from tests.agent.commands.test_import_killed import held_back
from tests.agent.fresh_log import fresh_log
from tests.agent.services.following import post
from tests.agent_process import ROOT, start_agent, wait_for


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The log of another machine."""
    with closing(fresh_log(tmp_path / "other")) as log:
        post(Services.on(log, ""), 1, text="zanzibar")
        return log.path


@pytest.fixture
def killed(tmp_path: Path, other: Path) -> Path:
    """A data folder in which a merge with that log was killed."""
    data = tmp_path / "data"
    fresh_log(data).close()
    line = [sys.executable, "-m", "agent", "merge", str(other), "--data-dir", str(data)]
    with held_back(data):
        merging = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Not the log's own files: a process that closes a file loses all its locks on it.
        copied = data / MERGING_NAME
        wait_for(lambda: merging.poll() is not None or b"zanzibar" in content_of(copied), "the copy")
        merging.kill()
        merging.wait()
    assert files_with(data, b"zanzibar"), "The merge was over before it could be killed."
    return data


def files_with(folder: Path, word: bytes) -> list[str]:
    return [path.name for path in folder.rglob("*") if word in content_of(path)]


def content_of(path: Path) -> bytes:
    """Nothing of a folder, and of a file that a program at work has taken away since."""
    with suppress(FileNotFoundError):
        return path.read_bytes() if path.is_file() else b""
    return b""


def test_the_next_start_deletes_what_a_killed_merge_left(killed: Path, tmp_path: Path) -> None:
    agent = start_agent(tmp_path, data_dir=killed)
    assert files_with(killed, b"zanzibar") == []
    agent.stop()


def test_it_goes_when_everything_is_deleted(killed: Path) -> None:
    with closing(Log(killed)) as log:
        Services.on(log, "").whole.delete_everything()
    assert files_with(killed, b"zanzibar") == []


def test_the_same_merge_works_afterwards_and_leaves_nothing(killed: Path, other: Path) -> None:
    with closing(Log(killed)) as log:
        services = Services.on(log, "")
        assert services.whole.merge(other).new == 1
    assert files_with(killed, b"zanzibar") == [LOG_NAME]


def test_a_merge_at_work_is_left_alone_by_deletions_and_is_the_only_one(
    services: Services, other: Path
) -> None:
    with merge_copy.copy_of(other, services.log.path.parent) as copied:
        services.whole.delete_everything()
        assert b"zanzibar" in copied.read_bytes()
        with pytest.raises(Trouble, match="Another merge into this log is at work"):
            services.whole.merge(other)
        assert b"zanzibar" in copied.read_bytes()
    assert not copied.exists()
