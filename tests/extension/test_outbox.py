"""A post is never lost and never logged twice, whatever dies in between."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.agent_process import RunningAgent, start_agent
from tests.extension.browser import PersonsBrowser, persons_browser, ready_for
from tests.extension.go_between import Call, CutOffError, go_between, let_pass
from tests.extension.reach import Chip, eventually
from tests.extension.social_site import SocialSite

TEXT = "We pin the digest up at the library, and six people joined because of it."


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[RunningAgent]:
    """An agent that a test may kill."""
    running = start_agent(tmp_path).wait_until_ready()
    yield running
    if running.process.poll() is None:
        running.stop()


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def browser(
    playwright: Playwright,
    chromium_path: Path,
    extension_copy: Path,
    profile: Path,
    agent: RunningAgent,
    site: SocialSite,
) -> Iterator[PersonsBrowser]:
    """A browser of the test's own."""
    with persons_browser(playwright, chromium_path, profile, extension_copy) as running:
        yield ready_for(running, agent, site)


def back_again(agent: RunningAgent, tmp_path: Path) -> RunningAgent:
    """The agent, started again where it was."""
    return start_agent(tmp_path, port=urlsplit(agent.address).port or 0, data_dir=agent.data_dir)


def logged(agent: RunningAgent, text: str = TEXT) -> int:
    """How often a post is in the log."""
    key = next(iter(agent.origins), None) or agent.pair()  # once: asking again and again is refused
    items = agent.call("GET", "/v1/posts", key=key).json()["items"]
    return [post["text"] for post in items].count(text)


def post(page: Page, text: str = TEXT) -> None:
    """Write and send it."""
    page.locator("#reply").click()
    page.keyboard.type(text)
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator("#answers")).to_contain_text(text)


def deliver(browser: PersonsBrowser) -> None:
    """Let the retry's time come."""
    browser.worker.evaluate("chrome.alarms.create('deliver-outbox', {when: Date.now()})")
    eventually(lambda: browser.outbox() == [], "the outbox to empty")


def badge(browser: PersonsBrowser) -> str:
    """What stands on the toolbar button."""
    return str(browser.worker.evaluate("chrome.action.getBadgeText({})"))


def test_a_post_waits_while_the_agent_is_away_and_is_logged_when_it_is_back(
    browser: PersonsBrowser, page: Page, agent: RunningAgent, tmp_path: Path
) -> None:
    agent.stop()
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Pitch In is away")
    assert "make run" in Chip(page).open_panel().text()
    page.keyboard.press("Escape")
    page.locator("#reply").fill("")
    post(page)
    eventually(lambda: badge(browser) == "1", "the badge to count it")
    expect(browser.popup(page).get_by_text("1 post waits for the agent.")).to_be_visible()
    agent = back_again(agent, tmp_path)
    deliver(browser)
    assert logged(agent) == 1
    eventually(lambda: badge(browser) == "", "the badge to go")
    agent.stop()


def test_the_outbox_empties_by_itself_once_a_review_shows_that_the_agent_is_back(
    browser: PersonsBrowser, page: Page, agent: RunningAgent, tmp_path: Path
) -> None:
    agent.stop()
    post(page)
    eventually(lambda: len(browser.outbox()) == 1, "the post in the outbox")
    agent = back_again(agent, tmp_path)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    eventually(lambda: browser.outbox() == [], "the outbox to empty")
    assert logged(agent) == 1
    agent.stop()


def test_an_agent_killed_before_it_could_acknowledge_has_the_post_once(
    browser: PersonsBrowser, page: Page, agent: RunningAgent, tmp_path: Path
) -> None:
    with go_between(agent.address) as between:
        browser.move_agent(between.address)

        def kill_before_the_answer(call: Call) -> None:
            if call[0] == "PUT":
                agent.kill()
                raise CutOffError

        between.before_answer = kill_before_the_answer
        post(page)
        eventually(lambda: agent.process.poll() is not None, "the agent to be killed")
        eventually(lambda: browser.outbox() and browser.outbox()[0]["attempts"] == 1, "the post to be kept")
        between.before_answer = let_pass
        agent = back_again(agent, tmp_path)
        assert logged(agent) == 1
        deliver(browser)
        assert logged(agent) == 1
        assert [call[0] for call in between.calls].count("PUT") == 2
        agent.stop()


def test_a_post_outlives_the_worker(
    browser: PersonsBrowser, page: Page, agent: RunningAgent, tmp_path: Path
) -> None:
    agent.stop()
    post(page)
    eventually(lambda: len(browser.outbox()) == 1, "the post in the outbox")
    browser.stop_worker()
    agent = back_again(agent, tmp_path)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
    eventually(lambda: browser.outbox() == [], "the woken worker to deliver")
    assert logged(agent) == 1
    agent.stop()


def test_a_worker_killed_between_submit_and_the_new_page_logs_the_post(
    browser: PersonsBrowser, agent: RunningAgent, site: SocialSite
) -> None:
    page = browser.open(site.url("wordpress"))
    page.locator("#comment").click()
    page.keyboard.type(TEXT)
    page.locator("#commentform").evaluate(
        "form => form.addEventListener('submit', (event) => event.preventDefault())"
    )
    page.get_by_role("button", name="Post Comment").click()
    eventually(lambda: len(browser.submitted()) == 1, "the submit to be noted")
    browser.stop_worker()
    page.locator("#commentform").evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    eventually(lambda: logged(agent), "the post to be logged")
    assert logged(agent) == 1


def test_a_post_outlives_the_browser(
    playwright: Playwright,
    chromium_path: Path,
    extension_copy: Path,
    profile: Path,
    agent: RunningAgent,
    site: SocialSite,
    tmp_path: Path,
) -> None:
    with persons_browser(playwright, chromium_path, profile, extension_copy) as today:
        page = ready_for(today, agent, site).open(site.url("page"))
        agent.stop()
        post(page)
        eventually(lambda: len(today.outbox()) == 1, "the post in the outbox")
    agent = back_again(agent, tmp_path)
    with persons_browser(playwright, chromium_path, profile, extension_copy) as tomorrow:
        eventually(lambda: tomorrow.outbox() == [], "the outbox to empty at start")
        assert logged(agent) == 1
        page = tomorrow.open(site.url("page"))
        page.locator("#reply").click()
        page.keyboard.type("Great post!")
        Chip(page).turns_to("Nothing new yet")
    agent.stop()


def test_a_post_that_the_agent_can_never_take_is_kept_and_shown(browser: PersonsBrowser, page: Page) -> None:
    browser.worker.evaluate(
        """chrome.storage.local.set({outbox: [{id: "not-a-uuid", attempts: 0, refused: null,
             post: {text: "An odd one.", posted_at: "yesterday", permalink: null, context: null,
                    suggestion_taken: null}}]})"""
    )
    browser.worker.evaluate("chrome.alarms.create('deliver-outbox', {when: Date.now()})")
    eventually(lambda: browser.outbox()[0]["refused"] is not None, "the agent's no to be kept")
    popup = browser.popup(page)
    expect(popup.get_by_text("An odd one.")).to_be_visible()
    expect(popup.get_by_text("The agent can't log this post")).to_be_visible()
    popup.get_by_role("button", name="Remove").click()
    expect(popup.get_by_text("An odd one.")).to_be_hidden()
    assert browser.outbox() == []
