"""An agent that is away or of another release: a plain line with what to do, and it recovers by itself."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.agent_process import RunningAgent
from tests.extension.browser import PersonsBrowser
from tests.extension.either import ChromiumPage, Page, Person, only_in_chromium
from tests.extension.expecting import expect
from tests.extension.reach import Chip
from tests.servers.in_background import in_background


class _OtherRelease(BaseHTTPRequestHandler):
    """An agent that knows nothing but its version."""

    version: str

    def do_GET(self) -> None:
        """Its health."""
        about = {"name": "Pitch In", "version": self.version, "model_version": "1.0", "ready": True}
        self._answer(200 if self.path == "/v1/health" else 404, about)

    def do_POST(self) -> None:
        """It has no such call."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._answer(404, {"detail": "There is no such call."})

    def _answer(self, status: int, content: dict[str, object]) -> None:
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing: pytest's output belongs to the tests."""


@contextmanager
def other_release(version: str) -> Iterator[str]:
    """Run an agent of that version; its address."""
    handler = type("Handler", (_OtherRelease,), {"version": version})
    with in_background(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as server:
        yield f"http://127.0.0.1:{server.server_port}"


@contextmanager
def closed_port() -> Iterator[int]:
    """A port where nobody answers, nor begins to."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


def write(page: Page) -> Chip:
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    return Chip(page)


@pytest.mark.parametrize(
    ("version", "says"),
    [
        ("99.0.0", "This extension is older than the agent"),
        ("0.0.1", "The agent is older than this extension"),
    ],
)
def test_an_agent_of_another_release_is_told_and_what_to_do(
    browser: Person, page: Page, version: str, says: str
) -> None:
    with other_release(version) as address:
        browser.move_agent(address)
        chip = write(page)
        chip.turns_to("No review")
        assert says in chip.open_panel().text()


@only_in_chromium
def test_a_browser_that_was_told_to_keep_the_extension_from_this_machine_is_explained(
    browser: PersonsBrowser, page: ChromiumPage
) -> None:
    devtools = page.context.new_cdp_session(page)

    def let_reach(setting: str) -> None:
        asked = {"permission": {"name": "loopback-network"}, "origin": browser.extension}
        devtools.send("Browser.setPermission", {**asked, "setting": setting})

    let_reach("denied")
    try:
        with closed_port() as port:
            browser.move_agent(f"http://127.0.0.1:{port}")
            chip = write(page)
            chip.turns_to("Pitch In is away")
            assert "allow “Apps on device”" in chip.open_panel().text()
            options = browser.options()
            expect(options.locator("#agent")).to_contain_text("allow “Apps on device”")
            options.close()
    finally:
        let_reach("prompt")


def test_a_draft_is_reviewed_by_itself_once_the_agent_is_back(
    browser: Person, page: Page, agent: RunningAgent
) -> None:
    with closed_port() as port:
        browser.move_agent(f"http://127.0.0.1:{port}")
        chip = write(page)
        chip.turns_to("Pitch In is away")
        browser.move_agent(agent.address)
    chip.turns_to("Nothing new yet")
