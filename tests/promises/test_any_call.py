"""Whatever is sent to any operation of the interface, the answer is one that the served description names.

`python -m tests.promises.fuzz` makes ten thousand such calls; here are those that are tried systematically.
"""

from collections.abc import Callable, Iterator

import pytest

from tests.agent_process import RunningAgent
from tests.promises.fuzz import (
    ALL,
    FOR_THE_VIEWER,
    agent_with_a_post,
    as_browser,
    as_viewer,
    call_everything,
)


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """An agent that may be asked anything."""
    running = agent_with_a_post(tmp_path_factory.mktemp("agent"))
    yield running
    running.stop()


@pytest.mark.parametrize(
    ("caller", "paths", "fewest"), [(as_browser, ALL, 1_000), (as_viewer, FOR_THE_VIEWER, 100)]
)
def test_any_call_is_answered_as_described(
    agent: RunningAgent, caller: Callable[[RunningAgent], dict[str, str]], paths: str, fewest: int
) -> None:
    made = call_everything(agent, caller(agent), paths, examples=1, seed=1)
    assert made.held, made.said
    assert made.calls > fewest
    assert (agent.data_dir.parent / "agent.err").read_text(encoding="utf-8") == ""
