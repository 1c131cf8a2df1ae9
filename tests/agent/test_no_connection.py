"""No part of the agent talks to anything but this machine, unless the person switches a site on.

The agent runs with a guard in its own process that sees every name that is looked up and every connection
that is made, writes it down, and lets none of them leave this machine.
"""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

from tests.agent.calls import new_id, new_post
from tests.agent_process import ROOT, RunningAgent, wait_for

HOST = "fosstodon.invalid"
MINE = f"https://{HOST}/@me/112233445566778899"
GUARD = """
import ipaddress
import sys

seen = open(sys.argv.pop(1), "a", buffering=1)

def harmless(host, event):
    if host in (None, "", "localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    # To write an address as numbers looks up nothing: what it is for is seen when it is connected to.
    return address.is_loopback or event == "socket.getaddrinfo"

def guard(event, args):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = args[0]
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        host = args[1][0] if isinstance(args[1], tuple) else None
    else:
        return
    if not harmless(host, event):
        print(host, file=seen)
        raise OSError("The guard lets nothing leave this machine.")

sys.addaudithook(guard)
from agent.__main__ import main
sys.exit(main())
"""


@dataclass
class Guarded:
    """A running agent, and what its guard saw."""

    agent: RunningAgent
    file: Path

    @property
    def seen(self) -> set[str]:
        """The other machines that the agent tried to reach."""
        return set(self.file.read_text().split())


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Guarded]:
    """An agent under guard."""
    seen, data_dir = tmp_path / "seen.txt", tmp_path / "data"
    seen.touch()
    command = [sys.executable, "-c", GUARD, str(seen), "serve", "--port", "0", "--data-dir", str(data_dir)]
    with (tmp_path / "agent.err").open("w") as errors:
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True)
    assert process.stdout
    link = process.stdout.readline().split()[-1]
    running = Guarded(RunningAgent(process, link.partition("/sign-in")[0], data_dir, link), seen)
    yield running
    running.agent.stop()
    assert (tmp_path / "agent.err").read_text() == ""


def use_everything(agent: RunningAgent, key: str) -> None:
    """Post, review, follow, look at every page."""
    told = new_post(permalink=MINE, context={"site": "mastodon", "kind": "reply", "parent_author": "maria"})
    assert agent.call("PUT", f"/v1/posts/{new_id()}", told, key=key).status_code == 201
    assert agent.call("POST", "/v1/reviews", {"draft": "See https://x.com/a"}, key=key).status_code == 200
    counts = {"permalink": MINE, "counts": {"likes": {"value": 1}}}
    assert agent.call("POST", "/v1/engagement", counts, key=key).json()["outcome"] == "kept"
    for path in ("posts", "conversations", "people", "collectors", "collectors/requests"):
        assert agent.call("GET", f"/v1/{path}", key=key).status_code == 200
    with requests.Session() as person:
        person.get(agent.sign_in_link, timeout=60)
        for page in ("", "history", "settings", "signals", "browsers"):
            assert person.get(f"{agent.address}/{page}", timeout=60).status_code == 200


def test_it_talks_to_this_machine_only_until_a_site_is_switched_on_and_then_to_that_site(
    guarded: Guarded,
) -> None:
    key = guarded.agent.wait_until_ready().pair()
    use_everything(guarded.agent, key)
    assert guarded.seen == set()

    switched = guarded.agent.call("PUT", "/v1/collectors", {"on": [HOST]}, key=key).json()
    assert switched["running"]
    wait_for(lambda: guarded.seen, "the site to be asked, which shows that the guard sees")
    wait_for(lambda: noted(guarded.agent, key), "the request to be noted")
    assert guarded.seen == {HOST}
    (request,) = noted(guarded.agent, key)
    assert request["address"].startswith(f"https://{HOST}/api/v1/statuses/")
    assert request["outcome"] == "failed"
    (site,) = guarded.agent.call("GET", "/v1/collectors", key=key).json()["sites"]
    assert site["resting_until"]


def noted(agent: RunningAgent, key: str) -> list[dict[str, str]]:
    """What was asked, for the person to read."""
    found: list[dict[str, str]] = agent.call("GET", "/v1/collectors/requests", key=key).json()["items"]
    return found
