"""What a person may answer to a flag: not so, not here, nowhere any more; and all of it can be undone."""

import pytest

from tests.agent_process import RunningAgent
from tests.extension.reach import Chip, Panel, eventually


def mutes(agent: RunningAgent, key: str) -> list[dict[str, str | None]]:
    return list(agent.call("GET", "/v1/mutes", key=key).json()["mutes"])


def dismissals(agent: RunningAgent, key: str) -> list[dict[str, str]]:
    return list(agent.call("GET", "/v1/dismissals", key=key).json()["dismissals"])


@pytest.fixture
def panel(chip: Chip) -> Panel:
    """The review of a draft with flags."""
    return chip.open_panel()


def take_back(panel: Panel, told: str) -> None:
    """Read what was told, and undo it."""
    eventually(lambda: told in panel.text(), f"the panel to say “{told}”")
    panel.press("Undo")


def test_not_so_is_told_to_the_agent_and_can_be_taken_back(
    panel: Panel, agent: RunningAgent, key: str
) -> None:
    panel.press("Not so")
    eventually(lambda: dismissals(agent, key), "the agent to hear of it")
    assert dismissals(agent, key)[0]["text"] is None, "Only keyed hashes of the draft may be kept."
    take_back(panel, "This flag stays away from drafts like this one.")
    eventually(lambda: not dismissals(agent, key), "it to be undone")


@pytest.mark.parametrize(
    ("label", "where", "told"),
    [
        ("Mute on this site", "social.localhost", "Muted on this site."),
        ("Mute everywhere", None, "Muted everywhere."),
    ],
)
def test_a_flag_is_muted_here_or_everywhere_and_heard_again(
    panel: Panel, agent: RunningAgent, key: str, label: str, where: str | None, told: str
) -> None:
    panel.press(label)
    eventually(lambda: mutes(agent, key), "the agent to mute it")
    assert [mute["site"] for mute in mutes(agent, key)] == [where]
    take_back(panel, told)
    eventually(lambda: not mutes(agent, key), "it to be heard again")
