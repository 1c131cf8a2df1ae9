"""A thread that is written and sent in one go is logged, each of its posts by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.agent_process import RunningAgent
from tests.extension.browser import copy_of_extension, persons_browser
from tests.extension.reach import AT_WORK, Chip, eventually
from tests.extension.sites.saved import PAGES

ADDRESS = "https://x.com/compose/post"
TEXTS = ["Our café moved to a forum.", "Nine of forty came along.", "A digest by mail brought the others."]
# What X does at a press of its button: the dialog goes, and a toast has one link for all.
SEND = """() => document.querySelector("[data-testid=tweetButton]").addEventListener("click", () => {
  document.querySelector("[role=dialog]").remove();
  document.querySelector("#layers").insertAdjacentHTML("beforeend", `
    <div role="alert" data-testid="toast">Your posts were sent. <a href="/jonas/status/1803">View</a></div>`);
})"""


@pytest.fixture
def thread(
    playwright: Playwright, chromium_path: Path, tmp_path: Path, shared_agent: RunningAgent
) -> Iterator[Page]:
    """X's page with three empty posts of a thread, as saved; nothing of it leaves the machine."""
    saved = (PAGES / "x/thread.html").read_text(encoding="utf-8")
    extension = copy_of_extension(tmp_path, "https://x.com")
    with persons_browser(playwright, chromium_path, tmp_path / "profile", extension) as browser:
        browser.use_agent(shared_agent.address, shared_agent.pair(browser.extension))
        browser.switch_on("https://x.com")
        browser.context.route(
            "https://x.com/**",
            lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=saved),
        )
        page = browser.open(ADDRESS)
        page.wait_for_function(AT_WORK)
        page.evaluate(SEND)
        yield page
    shared_agent.delete_everything()


def test_each_of_its_posts_is_logged_by_itself(thread: Page, shared_agent: RunningAgent, key: str) -> None:
    for number, text in enumerate(TEXTS):
        thread.locator(f"[data-testid=tweetTextarea_{number}]").click()
        thread.keyboard.type(text)
        eventually(lambda: Chip(thread).text() not in ("", "Reading…"), "a review")
    thread.get_by_role("button", name="Post all").click()

    def logged() -> list[dict[str, str | None]]:
        return list(shared_agent.call("GET", "/v1/posts", key=key).json()["items"])

    eventually(lambda: len(logged()) == len(TEXTS), "the thread to be logged")
    oldest_first = sorted(logged(), key=lambda post: str(post["posted_at"]))
    assert [post["text"] for post in oldest_first] == TEXTS
    assert [post["permalink"] for post in oldest_first] == [None] * len(TEXTS)
