"""A log that was half written or may not be written: each command says so in a sentence, and no more."""

from contextlib import closing
from pathlib import Path

import pytest

from agent.services import Services
from agent.store import Log
from agent.trouble import Trouble
from tests.agent.command_line import Run
from tests.agent.importers import test_x
from tests.agent.importers.exports import zipped
from tests.agent.whole_logs import everything, fill
from tests.agent_process import start_agent
from tests.bench.full_disk import remounted, small_disk

COMMANDS = {
    "history": ("history",),
    "export": ("export", "-"),
    "backup": ("backup", "{at}/copy.db"),
    "import": ("import", "{at}/export.zip"),
    "merge": ("merge", "{at}/good.db"),
}


@pytest.fixture
def half(services: Services, tmp_path: Path) -> Path:
    """The folder of a log of which only the first half was written."""
    fill(services, 30)
    services.whole.back_up(tmp_path / "good.db")
    services.log.close()
    path = services.log.path
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    zipped(tmp_path, test_x.SAMPLE)
    return path.parent


@pytest.mark.parametrize("name", COMMANDS)
def test_half_a_log_is_said_to_be_damaged_and_not_changed(
    run: Run, half: Path, tmp_path: Path, name: str
) -> None:
    before = (half / "pitch-in.db").read_bytes()
    line = [part.format(at=tmp_path) for part in COMMANDS[name]]
    done = run(*line, "--data-dir", str(half))
    assert done.code == 2, done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert "damaged" in done.stderr
    assert (half / "pitch-in.db").read_bytes() == before
    assert not (tmp_path / "copy.db").exists()


def test_the_agent_starts_with_the_last_backup_and_says_so(services: Services, tmp_path: Path) -> None:
    fill(services)
    services.whole.keep_backup()
    services.log.close()
    services.log.path.write_bytes(b"SQLite format 3\x00" * 900)
    agent = start_agent(tmp_path, data_dir=services.log.path.parent)
    assert agent.stop() == 0
    said = (tmp_path / "agent.err").read_text()
    assert "The log was damaged. Its backup of " in said
    assert "with 0 later posts that could still be read" in said
    assert str(services.log.path.with_name("pitch-in.db.damaged")) in said
    with closing(Log(services.log.path.parent)) as log:
        assert len([row for row in everything(log) if row["type"] == "posts"]) == 3


@pytest.mark.servers
def test_a_disk_that_may_only_be_read_is_said() -> None:
    with small_disk() as disk:
        Log(disk).close()
        with remounted(disk, "ro"), pytest.raises(Trouble, match="may not write"):
            Log(disk)
        Log(disk).close()
