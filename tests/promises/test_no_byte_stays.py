"""Promise 2: a draft that isn't posted leaves no byte on disk, however the agent ends; promise 4: nor does a
post after it was deleted."""

import json
import os
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from agent.store import Log
from tests.agent.calls import new_id, new_post
from tests.agent_process import ROOT, RunningAgent, start_agent, wait_for
from tests.promises.fuzz import as_viewer

CANARY = "okapi-bandolier-vestibule"
CONTEXT = {"kind": "reply", "parent_text": f"{CANARY}: which two machines did you take?"}
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningAgent]:
    """An agent whose every file, temporary ones too, lies below `tmp_path`, and that may dump memory."""
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        folder = tmp_path / name.lower()
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))
    running = start_agent(tmp_path).wait_until_ready()
    yield running
    if running.process.poll() is None:
        running.stop()


def leftovers(*places: Path) -> list[str]:
    """Files below these places that hold the canary, or a part of it, in any encoding."""
    needles = [part.encode(way) for part in (CANARY, CANARY[:14]) for way in ENCODINGS]
    files = [path for place in places for path in place.rglob("*") if path.is_file()]
    return [str(path) for path in files if any(needle in path.read_bytes() for needle in needles)]


def review_the_canary(agent: RunningAgent, key: str) -> None:
    draft = f"Great post! {CANARY}, check out my book at https://example.org/{CANARY} now!!!"
    for asked in ("/v1/reviews", "/v1/suggestions"):
        answer = agent.call("POST", asked, {"draft": draft, "context": CONTEXT}, key=key)
        assert answer.status_code == 200


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT])
def test_a_reviewed_draft_leaves_no_byte_however_the_agent_ends(
    agent: RunningAgent, tmp_path: Path, end: signal.Signals
) -> None:
    review_the_canary(agent, agent.pair())
    os.kill(agent.process.pid, end)
    agent.process.wait(60)
    assert agent.process.stdout
    assert CANARY not in agent.process.stdout.read()
    agent.process.stdout.close()
    assert leftovers(tmp_path) == []
    assert list(ROOT.glob("core*")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="asks for another process's limits, as only Linux lets")
def test_the_system_keeps_no_memory_of_a_crash(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    assert before[1], "Run where processes may leave their memory, else this shows nothing."
    resource.setrlimit(resource.RLIMIT_CORE, (before[1], before[1]))
    try:
        agent = start_agent(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)
    limit = resource.prlimit(agent.process.pid, resource.RLIMIT_CORE)
    agent.stop()
    assert limit == (0, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into another process, as only Linux shows it")
def test_a_draft_that_is_still_coming_in_is_in_no_file_however_hidden(agent: RunningAgent) -> None:
    body = json.dumps({"draft": f"{CANARY} " * 20_000}).encode()
    head = f"POST /v1/reviews HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    port = int(agent.address.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port)) as half:
        half.sendall(head + body[: len(body) // 2])
        wait_for(lambda: unread(port, half.getsockname()[1]) == 0, "the agent to take what was sent")
        # A temporary file has no name any more, but a file descriptor.
        handles = list(Path(f"/proc/{agent.process.pid}/fd").iterdir())
        files = [handle for handle in handles if handle.is_file()]
        assert [handle.readlink() for handle in files if CANARY.encode() in handle.read_bytes()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks at open files, as only Linux shows them")
def test_what_the_log_sorts_is_in_no_file_however_hidden(tmp_path: Path) -> None:
    log = Log(tmp_path)
    numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000)"
    with log.reading() as db:
        before = open_files()
        rows = db.execute(f"{numbers} SELECT ? || i AS word FROM n ORDER BY word", [CANARY])  # noqa: S608
        assert next(rows) == (f"{CANARY}1",)
        assert open_files() - before == set()
    log.close()


def open_files() -> set[str]:
    """Of this process, with or without a name."""
    return {str(handle.readlink()) for handle in Path("/proc/self/fd").iterdir() if handle.is_file()}


def unread(port: int, other: int) -> int:
    """Bytes of a connection to `port` from port `other` of this machine that nobody has taken yet."""
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, local, remote, _, queues, *_ = line.split()
        if [int(end.rpartition(":")[2], 16) for end in (local, remote)] == [port, other]:
            return int(queues.rpartition(":")[2], 16)
    return -1


def test_a_draft_that_breaks_the_agent_is_not_repeated_in_what_it_prints(tmp_path: Path) -> None:
    code = (
        "from agent.services.reviewing import Reviewing\n"
        "def broken(self, draft, *rest, **more): raise ValueError(draft)\n"
        "Reviewing.review = broken\n"
        "from agent.__main__ import main\n"
        "main()\n"
    )
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--data-dir", str(tmp_path / "data")]
    with (tmp_path / "agent.err").open("w") as errors:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True)
    assert process.stdout
    link = process.stdout.readline().split()[-1]
    agent = RunningAgent(process, link.partition("/sign-in")[0], tmp_path / "data", link)
    answer = agent.call("POST", "/v1/reviews", {"draft": CANARY}, key=agent.pair())
    agent.stop()
    assert answer.status_code == 500
    assert CANARY not in answer.text
    assert leftovers(tmp_path) == []


def delete_the_post(agent: RunningAgent, key: str, post: str) -> int:
    return agent.call("DELETE", f"/v1/posts/{post}", key=key).status_code


def delete_everything(agent: RunningAgent, _key: str, _post: str) -> int:
    gone = f"{agent.address}/v1/data?confirm=delete+everything"
    return requests.delete(gone, headers=as_viewer(agent), timeout=60).status_code


@pytest.mark.parametrize("delete", [delete_the_post, delete_everything])
def test_what_was_deleted_leaves_no_byte(
    agent: RunningAgent, tmp_path: Path, delete: Callable[[RunningAgent, str, str], int]
) -> None:
    key, post = agent.pair(), new_id()
    agent.call("PUT", f"/v1/posts/{post}", new_post(text=f"{CANARY}!", context=CONTEXT), key=key)
    assert leftovers(tmp_path), "A post is on disk until it is deleted."
    assert delete(agent, key, post) == 204
    agent.stop()
    assert leftovers(tmp_path) == []
