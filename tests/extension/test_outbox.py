"""A post is never lost and never logged twice, whatever dies in between."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Playwright

from nlp.window import WINDOW
from tests.agent_process import RunningAgent, start_agent
from tests.extension.browser import PersonsBrowser, persons_browser, ready_for
from tests.extension.either import Page, Person, only_in_chromium
from tests.extension.expecting import expect
from tests.extension.go_between import Call, CutOffError, GoBetween, go_between, let_pass
from tests.extension.reach import AT_WORK, Chip, eventually
from tests.extension.social_site import SocialSite

HOLD_THE_ANSWER = """() => {
  const send = fetch;
  window.fetch = (...sent) => new Promise((done) => { window.letGo = () => done(send(...sent)); });
}"""
UNKEPT = "chrome.storage.session.get('unkept').then(({unkept = []}) => unkept)"
TEXT = "We pin the digest up at the library, and six people joined because of it."


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """An agent that a test may kill."""
    running = start_agent(tmp_path_factory.mktemp("mortal"))
    yield running
    if is_there(running):
        running.stop()


@pytest.fixture
def agent(mortal: RunningAgent) -> RunningAgent:
    """It, running, with an empty log."""
    if not is_there(mortal):
        come_back(mortal)
    mortal.delete_everything()
    return mortal


@pytest.fixture
def browser(browser: Person, agent: RunningAgent) -> Person:
    """A browser that is paired with it."""
    paired = {origin: key for key, origin in agent.origins.items()}
    browser.use_agent(agent.address, paired.get(browser.extension) or agent.pair(browser.extension))
    return browser


def is_there(agent: RunningAgent) -> bool:
    return agent.process.poll() is None


def come_back(agent: RunningAgent) -> None:
    """Start it again where it was."""
    port = urlsplit(agent.address).port or 0
    agent.process = start_agent(agent.data_dir.parent, port=port, data_dir=agent.data_dir).process


def logged(agent: RunningAgent, text: str = TEXT) -> int:
    """How often a post is in the log."""
    key = next(iter(agent.origins), None) or agent.pair()
    items = agent.call("GET", "/v1/posts", key=key).json()["items"]
    return [post["text"] for post in items].count(text)


def post(page: Page, text: str = TEXT) -> None:
    """Write and send it."""
    page.locator("#reply").click()
    page.keyboard.type(text)
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator("#answers")).to_contain_text(text)


def try_again(browser: Person) -> None:
    """Let the retry's time come. A delivery that is under way puts it off once more as it ends."""
    browser.inside("chrome.alarms.create('deliver-outbox', {when: Date.now()})")


def deliver(browser: Person) -> None:
    """Have what waits tried until it is gone."""
    eventually(lambda: try_again(browser) or browser.outbox() == [], "the outbox to empty")


def waits_long(*texts: str) -> list[dict[str, Any]]:
    """An outbox with posts whose next try on its own is half an hour away."""
    return [
        {
            "id": str(uuid4()),
            "attempts": 9,
            "refused": None,
            "post": {"text": text, "posted_at": "2026-11-25T18:09:15.123Z"},
        }
        for text in texts
    ]


def badge(browser: Person) -> str:
    """What stands on the toolbar button."""
    return str(browser.inside("chrome.action.getBadgeText({})"))


def test_a_post_waits_while_the_agent_is_away_and_is_logged_when_it_is_back(
    browser: Person, page: Page, agent: RunningAgent
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
    come_back(agent)
    deliver(browser)
    assert logged(agent) == 1
    eventually(lambda: badge(browser) == "", "the badge to go")


def test_the_outbox_empties_by_itself_once_a_review_shows_that_the_agent_is_back(
    browser: Person, page: Page, agent: RunningAgent, between: GoBetween
) -> None:
    between.agent_is_away = True
    post(page)
    eventually(lambda: len(browser.outbox()) == 1, "the post in the outbox")
    between.agent_is_away = False
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    eventually(lambda: browser.outbox() == [], "the outbox to empty")
    assert logged(agent) == 1


def test_an_agent_killed_before_it_could_acknowledge_has_the_post_once(
    browser: Person, page: Page, agent: RunningAgent
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
        come_back(agent)
        assert logged(agent) == 1
        deliver(browser)
        assert logged(agent) == 1
        assert [call[0] for call in between.calls].count("PUT") > 1, "It must be sent again."


@pytest.mark.parametrize("how", ["by itself", "with everything"])
def test_a_post_deleted_from_the_log_before_the_browser_heard_of_it_stays_deleted(
    browser: Person, page: Page, agent: RunningAgent, how: str
) -> None:
    with go_between(agent.address) as between:
        browser.move_agent(between.address)

        def lose_the_answer(call: Call) -> None:
            if call[0] == "PUT":
                raise CutOffError

        between.before_answer = lose_the_answer
        post(page)
        eventually(lambda: browser.outbox() and browser.outbox()[0]["attempts"], "the answer to be missed")
        assert logged(agent) == 1
        if how == "with everything":
            agent.delete_everything()
        else:
            path = f"/v1/posts/{browser.outbox()[0]['id']}"
            agent.call("DELETE", path, key=next(iter(agent.origins))).raise_for_status()
        between.before_answer = let_pass
        deliver(browser)
        assert logged(agent) == 0


def test_what_waits_goes_to_a_new_address_at_once_even_while_the_old_one_is_still_asked(
    browser: Person, agent: RunningAgent
) -> None:
    waiting = waits_long("asked for, and never answered", "waits for its turn")
    asked, over = Event(), Event()

    def never_answer(call: Call) -> None:
        if call[0] == "PUT":
            asked.set()
            over.wait(120)

    with go_between(agent.address) as old:
        old.before_answer = never_answer
        browser.move_agent(old.address)
        browser.inside("outbox => chrome.storage.local.set({outbox})", waiting)
        eventually(lambda: try_again(browser) or asked.is_set(), "the old address to be asked")
        browser.pair(agent)
        eventually(lambda: browser.outbox() == [], "the new address to have them")
        over.set()
    assert logged(agent, "waits for its turn") == 1


def test_a_review_that_shows_the_agent_is_back_outweighs_a_try_that_began_while_it_was_away(
    browser: Person, page: Page, agent: RunningAgent, between: GoBetween
) -> None:
    asked, reviewed = Event(), Event()

    def lose_the_first(call: Call) -> None:
        if call[0] == "PUT" and not asked.is_set():
            asked.set()
            reviewed.wait(120)
            raise CutOffError

    between.before_answer = lose_the_first
    browser.inside("outbox => chrome.storage.local.set({outbox})", waits_long(TEXT))
    try_again(browser)
    eventually(asked.is_set, "the first try")
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
    reviewed.set()
    eventually(lambda: browser.outbox() == [], "the outbox to empty")
    assert logged(agent) == 1


def test_a_post_outlives_the_worker(browser: Person, page: Page, agent: RunningAgent) -> None:
    agent.stop()
    post(page)
    eventually(lambda: len(browser.outbox()) == 1, "the post in the outbox")
    browser.stop_worker()
    come_back(agent)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
    eventually(lambda: browser.outbox() == [], "the woken worker to deliver")
    assert logged(agent) == 1


def test_a_worker_killed_between_submit_and_the_new_page_logs_the_post(
    browser: Person, agent: RunningAgent, site: SocialSite
) -> None:
    page = browser.open(site.url("wordpress"))
    page.wait_for_function(AT_WORK)
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
    agent: RunningAgent,
    site: SocialSite,
    tmp_path: Path,
) -> None:
    profile = tmp_path / "profile"
    with persons_browser(playwright, chromium_path, profile, extension_copy) as today:
        page = ready_for(today, agent, site).open(site.url("page"))
        agent.stop()
        post(page)
        eventually(lambda: len(today.outbox()) == 1, "the post in the outbox")
    come_back(agent)
    with persons_browser(playwright, chromium_path, profile, extension_copy) as tomorrow:
        eventually(lambda: tomorrow.outbox() == [], "the outbox to empty at start")
        assert logged(agent) == 1
        page = tomorrow.open(site.url("page"))
        page.locator("#reply").click()
        page.keyboard.type("Great post!")
        Chip(page).turns_to("Nothing new yet")


def test_no_more_of_what_a_post_answers_waits_with_it_than_the_agent_reads(
    browser: Person, page: Page, between: GoBetween
) -> None:
    between.agent_is_away = True
    parent = "We had the same gap. " * 4_000
    context = {"site": "page", "kind": "reply", "page_url": page.url, "parent_text": parent}
    sent = {"text": TEXT, "context": context, "suggestionTaken": None, "baseline": []}
    noted = browser.ask_as_page(page, {"type": "submitted", **sent})
    browser.ask_as_page(page, {"type": "post-confirmed", "id": noted["value"], "permalink": None})
    [waits] = browser.outbox()
    assert waits["post"]["context"]["parent_text"] == parent[:WINDOW]


@only_in_chromium
@pytest.mark.parametrize("when", ["as it is sent", "as its page shows it"])
def test_a_post_that_finds_no_room_in_memory_either_is_told_of_and_kept_once_there_is_some(
    browser: PersonsBrowser, page: Page, agent: RunningAgent, between: GoBetween, when: str
) -> None:
    between.agent_is_away = True
    with browser.without_room():
        if when == "as it is sent":
            browser.fill_memory()
            post(page)
        else:
            page.evaluate(HOLD_THE_ANSWER)
            page.locator("#reply").click()
            page.keyboard.type(TEXT)
            page.get_by_role("button", name="Post reply").click()
            eventually(browser.submitted, "the submit to be noted")
            browser.fill_memory()
            page.evaluate("letGo()")
        eventually(lambda: badge(browser) == "1", "the badge to count it")
        assert browser.outbox() == browser.inside(UNKEPT) == []
        expect(browser.popup(page).get_by_text("This browser has no room left")).to_be_visible()
        browser.inside("chrome.storage.session.remove('filler')")
        eventually(lambda: browser.inside(UNKEPT), "the page to tell of it again")
    between.agent_is_away = False
    eventually(lambda: try_again(browser) or badge(browser) == "", "the badge to go")
    assert logged(agent) == 1


@only_in_chromium
def test_a_post_that_there_is_no_room_to_keep_waits_in_memory_and_that_is_said(
    browser: PersonsBrowser, page: Page, agent: RunningAgent, between: GoBetween
) -> None:
    between.agent_is_away = True
    with browser.without_room():
        post(page)
        eventually(lambda: badge(browser) == "1", "the badge to count it")
        assert browser.outbox() == []
        popup = browser.popup(page)
        expect(popup.get_by_text("This browser has no room left")).to_be_visible()
        between.agent_is_away = False
        eventually(lambda: try_again(browser) or badge(browser) == "", "the badge to go")
        expect(popup.get_by_text("This browser has no room left")).to_be_hidden()
    assert logged(agent) == 1


def test_a_post_that_the_agent_can_never_take_is_kept_and_shown(browser: Person, page: Page) -> None:
    browser.inside(
        """chrome.storage.local.set({outbox: [{id: "not-a-uuid", attempts: 0, refused: null,
             post: {text: "An odd one.", posted_at: "yesterday", permalink: null, context: null,
                    suggestion_taken: null}}]})"""
    )
    eventually(
        lambda: try_again(browser) or browser.outbox()[0]["refused"] is not None, "the agent's no to be kept"
    )
    popup = browser.popup(page)
    expect(popup.get_by_text("An odd one.")).to_be_visible()
    expect(popup.get_by_text("The agent can't log this post")).to_be_visible()
    popup.get_by_role("button", name="Remove").click()
    expect(popup.get_by_text("An odd one.")).to_be_hidden()
    assert browser.outbox() == []
