"""Promise 3: whatever others wrote is text on every page, and the browser never has to forbid anything."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from agent.store import Log
from tests.agent.viewer.pages import viewer_pages
from tests.agent_process import RunningAgent, start_agent
from tests.promises.hostile_log import TEXTS, write_hostile_log

# Before anything of the page: what the policy forbids, and what tries to speak up.
WATCH = """
    globalThis.broken_ = [];
    addEventListener("securitypolicyviolation", (event) => {
        broken_.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
    globalThis.alert = (said) => broken_.push(`a script spoke: ${said}`);
"""
ONE_SIGNAL = "signal praise"


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """An agent whose whole log is hostile."""
    folder = tmp_path_factory.mktemp("agent")
    write_hostile_log(folder / "data")
    running = start_agent(folder).wait_until_ready()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def page(agent: RunningAgent, chromium: Browser) -> Iterator[Page]:
    """The viewer, watched."""
    context = chromium.new_context()
    context.add_init_script(WATCH)
    opened = context.new_page()
    opened.goto(agent.new_link())
    yield opened
    context.close()


@pytest.fixture(scope="module")
def paths(agent: RunningAgent) -> list[str]:
    """Every page, with some posts and searches."""
    log = Log(agent.data_dir)
    with log.reading() as db:
        ids = [each for (each,) in db.execute("SELECT id FROM posts ORDER BY posted_at DESC LIMIT 20")]
    log.close()
    every = viewer_pages(ids[0])
    general = [path for name, path in every.items() if not name.startswith("signal ") or name == ONE_SIGNAL]
    posts = [f"/history/{each}{end}" for each in ids for end in ("", "/delete")]
    return [*general, *posts, *(f"/history?q={quote(text)}&site={quote(text)}" for text in TEXTS[::5])]


def test_no_page_makes_markup_of_what_others_wrote(agent: RunningAgent, page: Page, paths: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    broken: dict[str, list[str]] = {}
    for path in paths:
        page.goto(agent.address + path)
        found = page.evaluate("broken_")
        if found:
            broken[path] = found
        assert page.url == agent.address + path
    assert broken == {}
    assert [url for url in asked if not url.startswith(agent.address)] == []


@pytest.mark.parametrize("part", ["draft", "parent_text"])
def test_a_draft_and_what_it_answers_are_text(agent: RunningAgent, page: Page, part: str) -> None:
    page.goto(f"{agent.address}/draft")
    everything = "\n".join(TEXTS)
    page.evaluate(
        "([name, text]) => { document.querySelector(`[name=${name}]`).value = text; }", [part, everything]
    )
    if part != "draft":
        page.get_by_label("Your draft").fill("Great post!")
    page.get_by_role("button", name="Review this draft").click()
    page.locator(".judged-verdict").wait_for()
    assert page.evaluate("broken_") == []
