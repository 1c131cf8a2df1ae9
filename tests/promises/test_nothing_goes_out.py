"""Promise 1: while a draft is written, reviewed, posted and looked at, nothing of ours leaves the machine.

The agent runs under strace, which sees every address that any of its processes asks the system for. The
browser writes a log of its own network requests with who asked for each: the page, the extension, or the
browser itself (updates, sign-in, autofill), which is its maker's affair.
"""

import ipaddress
import json
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Playwright, expect

from tests.agent.calls import new_id, new_post
from tests.agent_process import RunningAgent, start_agent
from tests.extension.browser import copy_of_extension, persons_browser, ready_for
from tests.extension.reach import Chip, eventually
from tests.extension.social_site import social_site

pytestmark = pytest.mark.servers

_ADDRESS = re.compile(r'(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"')
_CALLS = "connect,sendto,sendmsg,sendmmsg"
_THE_BROWSER_ITSELF = (None, "not an origin")


def traced(folder: Path, command: str) -> Path:
    """A program that runs `command` with all that it starts, and writes what it connects to to `trace`."""
    script = folder / "traced"
    options = f"-D -f -qq --seccomp-bpf -e signal=none -e trace={_CALLS} -o {folder / 'trace'}"
    script.write_text(f'#!/bin/sh\nexec strace {options} {command} "$@"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    return script


def away(trace: Path) -> list[str]:
    """The addresses in a trace that aren't on this machine."""
    found = _ADDRESS.findall(trace.read_text(errors="replace"))
    return [address for address in found if not ipaddress.ip_address(address).is_loopback]


def asked_for(net_log: Path) -> Iterator[tuple[str, str]]:
    """Who asked for what, the browser itself left out: origins and addresses."""
    log = json.loads(net_log.read_text(encoding="utf-8"))
    start = log["constants"]["logEventTypes"]["URL_REQUEST_START_JOB"]
    for event in log["events"]:
        request = event.get("params", {})
        if event["type"] == start and request.get("initiator") not in _THE_BROWSER_ITSELF:
            yield request["initiator"], request["url"]


def is_here(address: str) -> bool:
    """Whether an address is on this machine or inside the extension."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    return (
        parts.scheme == "chrome-extension"
        or host in ("127.0.0.1", "localhost")
        or host.endswith(".localhost")
    )


def test_the_trace_shows_what_goes_out(tmp_path: Path) -> None:
    code = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('192.0.2.1', 53))"
    subprocess.run([traced(tmp_path, sys.executable), "-c", code], check=True)
    eventually(lambda: away(tmp_path / "trace") == ["192.0.2.1"], "strace to tell of it")


def test_from_draft_to_history_nothing_leaves_the_machine(
    playwright: Playwright, chromium_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(traced(tmp_path, sys.executable)))
    agent = start_agent(tmp_path).wait_until_ready()
    net_log = tmp_path / "net-log.json"
    write_and_look(playwright, chromium_path, tmp_path, agent, f"--log-net-log={net_log}")
    agent.stop()
    assert away(tmp_path / "trace") == []
    asked = list(asked_for(net_log))
    assert any(origin.startswith("chrome-extension://") and "/v1/reviews" in url for origin, url in asked)
    assert [(origin, url) for origin, url in asked if not is_here(url)] == []


def write_and_look(
    playwright: Playwright, chromium_path: Path, folder: Path, agent: RunningAgent, switch: str
) -> None:
    """A draft, its review, a post, and every page of the viewer."""
    extension = copy_of_extension(folder, "http://social.localhost")
    with (
        social_site() as site,
        persons_browser(
            playwright, chromium_path, folder / "profile", extension, switches=[switch]
        ) as browser,
    ):
        page = ready_for(browser, agent, site).open(site.url("page"))
        page.locator("#reply").click()
        page.keyboard.type("Great post!")
        Chip(page).turns_to("Nothing new yet")
        key = agent.pair()
        agent.call("PUT", f"/v1/posts/{new_id()}", new_post(), key=key)
        viewer = browser.open(agent.new_link())
        for path in ("/", "/history", "/settings", "/signals", "/browsers"):
            viewer.goto(agent.address + path)
            expect(viewer.locator("h1")).to_be_visible()
