"""The viewer in a real browser, served by a real agent process."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    expect,
)

from agent.store import Log
from agent.store.clock import now
from tests.agent.calls import new_id, new_post
from tests.agent.made.log import MadeLog
from tests.agent_process import RunningAgent, start_agent

OpenViewer = Callable[..., Page]
POSTS = 300

# Seconds matter only where something fails: a busy machine may take its time.
expect.set_options(timeout=60_000)


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """A real agent with a paired browser, and some years of posts."""
    folder = tmp_path_factory.mktemp("agent")
    log = Log(folder / "data")
    MadeLog(POSTS, until=now()).write(log)
    log.close()
    running = start_agent(folder).wait_until_ready()
    running.pair()
    yield running
    running.stop()


@pytest.fixture
def post_id(agent: RunningAgent) -> str:
    """A post in the log."""
    logged, key = new_id(), next(iter(agent.origins))
    text = "Great post! " + logged
    agent.call("PUT", f"/v1/posts/{logged}", new_post(text=text), key=key).raise_for_status()
    return logged


@pytest.fixture
def open_viewer(agent: RunningAgent, chromium: Browser) -> Iterator[OpenViewer]:
    """Opens a page of the viewer, signed in, in a window of its own; takes what `Browser.new_context` takes.

    When the test ends, no page may have broken the policy, thrown an error, or asked any other machine.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(path: str = "/", **options: Any) -> Page:
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        watch(page, agent.address, faults)
        page.goto(agent.new_link())
        if path != "/":
            page.goto(agent.address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def watch(page: Page, address: str, faults: list[str]) -> None:
    """Write down what must not happen on a page. An answer of status 4xx is no fault."""

    def on_console(message: ConsoleMessage) -> None:
        if (
            message.type in ("error", "warning")
            and "the server responded with a status of 4" not in message.text
        ):
            faults.append(f"{page.url}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith(address):
            faults.append(f"{page.url} asked {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on("request", on_request)
