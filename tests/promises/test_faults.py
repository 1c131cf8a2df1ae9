"""The faults of real machines: what was acknowledged stays, a sentence says what is wrong, work goes on."""

import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import requests

from tests.agent.calls import new_id, new_post
from tests.agent_process import ROOT, RunningAgent, start_agent, wait_for

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="sets another process's limits, as only Linux can"
)


@contextmanager
def limited(agent: RunningAgent, what: int, amount: int) -> Iterator[None]:
    """The agent may use no more than `amount` of a resource for a while."""
    before = resource.prlimit(agent.process.pid, what)
    resource.prlimit(agent.process.pid, what, (amount, before[1]))
    try:
        yield
    finally:
        resource.prlimit(agent.process.pid, what, before)


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """One agent that all these faults befall; each must leave it working."""
    running = start_agent(tmp_path_factory.mktemp("agent")).wait_until_ready()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def key(agent: RunningAgent) -> str:
    return agent.pair()


def put(agent: RunningAgent, key: str, post: str) -> int:
    return agent.call("PUT", f"/v1/posts/{post}", new_post(), key=key).status_code


def works(agent: RunningAgent, key: str) -> None:
    """A draft is reviewed and a post is logged."""
    review = agent.call("POST", "/v1/reviews", {"draft": "Great post!"}, key=key)
    assert review.json()["verdict"] == "me_too"
    assert put(agent, key, new_id()) == 201


@pytest.mark.parametrize("seconds", [2, pytest.param(30, marks=pytest.mark.servers)])
def test_a_post_sent_while_the_agent_was_stopped_is_logged_once(
    agent: RunningAgent, key: str, seconds: int
) -> None:
    post = new_id()
    os.kill(agent.process.pid, signal.SIGSTOP)
    headers = {"X-Pitch-In": "1", "Authorization": f"Bearer {key}", "Origin": agent.origins[key]}
    try:
        with pytest.raises(requests.Timeout):
            requests.put(
                f"{agent.address}/v1/posts/{post}", json=new_post(), headers=headers, timeout=seconds
            )
    finally:
        os.kill(agent.process.pid, signal.SIGCONT)
    assert put(agent, key, post) in (200, 201)
    items = agent.call("GET", "/v1/posts?limit=100", key=key).json()["items"]
    assert [item["id"] for item in items].count(post) == 1
    works(agent, key)


def test_without_file_handles_it_waits_and_goes_on(agent: RunningAgent, key: str) -> None:
    handles = sum(1 for _ in Path(f"/proc/{agent.process.pid}/fd").iterdir())
    port = int(agent.address.rpartition(":")[2])
    with limited(agent, resource.RLIMIT_NOFILE, handles + 2), ExitStack() as held:
        for _ in range(12):
            held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=60))
        with pytest.raises(requests.RequestException):
            requests.get(f"{agent.address}/v1/health", timeout=2)
    wait_for(lambda: agent.call("GET", "/v1/health").status_code == 200, "an answer")
    works(agent, key)


def test_without_memory_it_says_so_and_goes_on(agent: RunningAgent, key: str) -> None:
    status = Path(f"/proc/{agent.process.pid}/statm").read_text().split()
    in_use = int(status[0]) * resource.getpagesize()
    long = {"draft": "We moved our builds to two machines. " * 2_500}
    with limited(agent, resource.RLIMIT_AS, in_use + 64 * 1024):
        answer = agent.call("POST", "/v1/reviews", long, key=key)
    assert answer.status_code in (200, 500, 503)
    assert answer.status_code == 200 or answer.json()["detail"]
    works(agent, key)


def test_times_mean_the_same_in_another_time_zone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    post, key, origins = new_id(), "", {}
    for zone in ("Asia/Kathmandu", "America/St_Johns"):
        monkeypatch.setenv("TZ", zone)
        agent = start_agent(tmp_path)
        agent.origins = origins
        key = key or agent.pair()
        assert put(agent, key, post) in (200, 201)
        seen.append(agent.call("GET", f"/v1/posts/{post}", key=key).json()["posted_at"])
        origins = agent.origins
        agent.stop()
    assert seen == [new_post()["posted_at"]] * 2


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def turn_to_noise(path: Path) -> None:
    path.write_bytes(bytes(byte ^ 0x5A for byte in path.read_bytes()))


@pytest.mark.parametrize("damage", [cut, turn_to_noise, Path.unlink])
def test_a_damaged_model_is_said_and_posts_are_logged_all_the_same(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    for room in ("agent", "nlp"):
        ignored = shutil.ignore_patterns("__pycache__", "training")
        shutil.copytree(ROOT / room, tmp_path / "installed" / room, ignore=ignored)
    damage(tmp_path / "installed" / "nlp" / "model" / "weights.npz")
    with (tmp_path / "agent.err").open("w") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "agent", "serve", "--port", "0", "--data-dir", str(tmp_path / "data")],
            cwd=tmp_path / "installed",
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout
    link = process.stdout.readline().split()[-1]
    agent = RunningAgent(process, link.partition("/sign-in")[0], tmp_path / "data", link)
    key = agent.pair()
    answer = agent.call("POST", "/v1/reviews", {"draft": "Great post!"}, key=key)
    logged = put(agent, key, new_id())
    agent.stop()
    assert answer.status_code == 503
    assert "doctor" in answer.json()["detail"]
    assert logged == 201
