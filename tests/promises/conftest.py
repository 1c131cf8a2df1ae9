"""An agent with one logged post that nobody but its person may read."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.agent.calls import new_id, new_post
from tests.agent_process import RunningAgent, start_agent

SECRET = "quicksilver-heron-lantern"  # noqa: S105 - a word to look for, not a password


@dataclass(frozen=True)
class Guarded:
    """The agent, the key of the browser that is paired with it, and the id of the secret post."""

    agent: RunningAgent
    key: str
    post: str


@pytest.fixture(scope="package")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guarded]:
    """An agent that holds `SECRET`."""
    agent = start_agent(tmp_path_factory.mktemp("guarded")).wait_until_ready()
    key, post = agent.pair(), new_id()
    text = f"{SECRET}: we moved our builds to two machines under the desk and they take 4 minutes now."
    assert agent.call("PUT", f"/v1/posts/{post}", new_post(text=text), key=key).status_code == 201
    yield Guarded(agent, key, post)
    agent.stop()
