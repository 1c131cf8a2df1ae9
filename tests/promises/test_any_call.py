"""Whatever is sent to any operation of the interface, the answer is one that the served description names.

`python -m tests.promises.fuzz` makes ten thousand such calls; here are those that are tried systematically.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.agent_process import RunningAgent
from tests.promises.fuzz import agent_with_a_post, as_browser, as_viewer, call_everything


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """An agent that may be asked anything."""
    running = agent_with_a_post(tmp_path_factory.mktemp("agent"))
    yield running
    running.stop()


@pytest.mark.parametrize("caller", [as_browser, as_viewer])
def test_any_call_is_answered_as_described(
    agent: RunningAgent, caller: Callable[[RunningAgent], dict[str, str]]
) -> None:
    made = call_everything(agent, caller(agent), examples=1, seed=1)
    assert made.held, made.said
    assert made.calls > 1_000
    assert Path(agent.data_dir.parent, "agent.err").read_text() == ""
