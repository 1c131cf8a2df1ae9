"""The agent as a process: it starts, it stops, and a post that it acknowledged stays."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.agent.calls import new_id, new_post
from tests.agent_process import RunningAgent, start_agent


def test_it_answers_before_its_model_is_loaded(agent_process: RunningAgent) -> None:
    health = agent_process.call("GET", "/v1/health").json()
    assert health["name"] == "Pitch In"
    assert agent_process.wait_until_ready().call("GET", "/v1/health").json()["ready"]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("loaded", [False, True])
def test_it_stops_within_two_seconds(agent_process: RunningAgent, sign: signal.Signals, loaded: bool) -> None:
    if loaded:
        agent_process.wait_until_ready()
    asked_at = time.monotonic()
    os.kill(agent_process.process.pid, sign)
    assert agent_process.process.wait(10) == 0
    assert time.monotonic() - asked_at < 2


def test_a_post_is_in_the_log_once_after_a_kill_at_its_acknowledgement(tmp_path: Path) -> None:
    agent = start_agent(tmp_path).wait_until_ready()
    key, post_id = agent.pair(), new_id()
    assert agent.call("PUT", f"/v1/posts/{post_id}", new_post(), key=key).status_code == 201
    agent.kill()

    port = int(agent.address.rpartition(":")[2])
    again = start_agent(tmp_path, port=port)
    again.origins = agent.origins
    assert again.call("PUT", f"/v1/posts/{post_id}", new_post(), key=key).status_code == 200
    assert [post["id"] for post in again.call("GET", "/v1/posts", key=key).json()["items"]] == [post_id]
    again.stop()
