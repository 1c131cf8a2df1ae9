"""The faults of browsers: nothing that was posted is lost or logged twice, and no draft is disturbed."""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.agent.calls import new_id, new_post
from tests.agent_process import RunningAgent, start_agent, wait_for
from tests.extension.browser import PersonsBrowser, copy_of_extension, persons_browser, ready_for
from tests.extension.reach import Chip, eventually
from tests.extension.social_site import SocialSite, social_site

TEXT = "We pin the digest up at the library, and six people joined because of it."
OURS = """[...document.documentElement.children].map((child) => child.localName)
    .filter((name) => name.startsWith("pitch-in")).sort()"""


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """An agent that stays while browsers come and go."""
    running = start_agent(tmp_path_factory.mktemp("agent")).wait_until_ready()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def key(agent: RunningAgent) -> str:
    return agent.pair()


@pytest.fixture(scope="module")
def site() -> Iterator[SocialSite]:
    with social_site() as running:
        yield running


@pytest.fixture
def extension(tmp_path: Path) -> Path:
    """An extension that a test may replace by its next version."""
    return copy_of_extension(tmp_path, "http://social.localhost")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile in developer mode: else Chromium starts no unpacked extension anew."""
    preferences = tmp_path / "profile" / "Default" / "Preferences"
    preferences.parent.mkdir(parents=True)
    preferences.write_text(json.dumps({"extensions": {"ui": {"developer_mode": True}}}), encoding="utf-8")
    return tmp_path / "profile"


@pytest.fixture
def browser(
    playwright: Playwright,
    chromium_path: Path,
    extension: Path,
    agent: RunningAgent,
    site: SocialSite,
    profile: Path,
) -> Iterator[PersonsBrowser]:
    with persons_browser(playwright, chromium_path, profile, extension) as running:
        yield ready_for(running, agent, site)


def texts(agent: RunningAgent, key: str) -> list[str]:
    """Of all posts in the log, page by page."""
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        asked = "/v1/posts?limit=200" + (f"&cursor={cursor}" if cursor else "")
        page = agent.call("GET", asked, key=key).json()
        found += [post["text"] for post in page["items"]]
        cursor = page["next"]
    return found


def deliver(browser: PersonsBrowser) -> None:
    """Let the time come at which waiting posts are tried again."""
    browser.inside("chrome.alarms.create('deliver-outbox', {when: Date.now()})")


def empties(browser: PersonsBrowser) -> None:
    """Wait as long as posts leave the outbox."""
    left = browser.outbox()
    while left:
        few = len(left)
        wait_for(lambda: len(browser.outbox()) < few, f"fewer than {few} posts in the outbox")  # noqa: B023
        left = browser.outbox()


def write(page: Page, text: str) -> None:
    page.locator("#reply").click()
    page.keyboard.type(text)


@pytest.mark.parametrize("queued", [60, pytest.param(1_000, marks=pytest.mark.servers)])
def test_posts_that_waited_are_logged_once_each(
    browser: PersonsBrowser, agent: RunningAgent, key: str, queued: int
) -> None:
    queue = [
        {"id": new_id(), "attempts": 3, "refused": None, "post": new_post(text=f"{n} of {queued}. {TEXT}")}
        for n in range(queued)
    ]
    browser.inside("queue => chrome.storage.local.set({outbox: queue})", queue)
    deliver(browser)
    empties(browser)
    logged = [text for text in texts(agent, key) if f" of {queued}. " in text]
    assert sorted(logged) == sorted(entry["post"]["text"] for entry in queue)
    assert browser.inside("chrome.action.getBadgeText({})") == ""


def test_an_update_under_an_open_page_disturbs_no_draft_and_loses_no_post(
    browser: PersonsBrowser, extension: Path, agent: RunningAgent, site: SocialSite, key: str
) -> None:
    page = browser.open(site.url("page"))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    write(page, "Great post!")
    Chip(page).turns_to("Nothing new yet")
    waiting = {"id": new_id(), "attempts": 1, "refused": "kept", "post": new_post(text=f"Kept. {TEXT}")}
    browser.inside("entry => chrome.storage.local.set({outbox: [entry]})", waiting)

    manifest = extension / "manifest.json"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace('"version": "0.1.0"', '"version": "0.1.1"')
    )
    with browser.context.expect_event("serviceworker"):
        browser.inside("void setTimeout(() => chrome.runtime.reload())")

    assert browser.inside("chrome.runtime.getManifest().version") == "0.1.1"
    assert [entry["post"]["text"] for entry in browser.outbox()] == [f"Kept. {TEXT}"]
    page.keyboard.type(f" {TEXT}")
    assert page.locator("#reply").input_value() == f"Great post! {TEXT}"
    eventually(lambda: page.evaluate(OURS) == ["pitch-in-chip"], "the old script to go")
    page.get_by_role("button", name="Post reply").click()
    eventually(lambda: f"Great post! {TEXT}" in texts(agent, key), "the post in the log")
    assert errors == []


def test_a_post_outlives_a_browser_that_is_killed(
    playwright: Playwright,
    chromium_path: Path,
    browser: PersonsBrowser,
    extension: Path,
    agent: RunningAgent,
    site: SocialSite,
    key: str,
) -> None:
    page = browser.open(site.url("page"))
    browser.move_agent("http://127.0.0.1:1")
    text = f"Killed. {TEXT}"
    write(page, text)
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator("#answers")).to_contain_text(text)
    eventually(lambda: len(browser.outbox()) == 1, "the post in the outbox")
    kill_all_of(browser.profile)
    with persons_browser(playwright, chromium_path, browser.profile, extension) as tomorrow:
        tomorrow.move_agent(agent.address)
        # A delivery that began as the browser started, at the old address, puts the next one off as it fails.
        eventually(lambda: deliver(tomorrow) or tomorrow.outbox() == [], "the outbox to empty")
    assert texts(agent, key).count(text) == 1


def kill_all_of(profile: Path) -> None:
    """SIGKILL to every process of the browser with this profile."""
    named = f"--user-data-dir={profile}".encode()
    found = [path for path in Path("/proc").glob("[0-9]*") if named in commands(path)]
    assert found
    for path in found:
        os.kill(int(path.name), signal.SIGKILL)
    wait_for(lambda: not any(named in commands(path) for path in found), "the browser to end")


def commands(process: Path) -> bytes:
    """Its command line; empty when it has ended meanwhile."""
    try:
        return (process / "cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
