"""The browser may end the extension's worker at any moment: nothing is lost, and nothing is logged twice."""

from threading import Event

from tests.agent_process import RunningAgent
from tests.extension.either import Page, Person
from tests.extension.go_between import Call, GoBetween
from tests.extension.reach import Chip, eventually

PLANNED = "chrome.alarms.getAll().then((alarms) => alarms.map(({name}) => name))"


class Held:
    """Holds the agent's answer to such a call until the worker that asked has ended."""

    def __init__(self, method: str, path: str) -> None:
        self.method, self.path = method, path
        self.asked, self.ended = Event(), Event()

    def __call__(self, call: Call) -> None:
        """The hook."""
        if call[0] == self.method and call[1].startswith(self.path):
            self.asked.set()
            self.ended.wait(60)

    def end_worker(self, browser: Person) -> None:
        """In the middle of the call."""
        eventually(self.asked.is_set, "the worker to ask")
        browser.stop_worker()
        self.ended.set()


def write(page: Page, text: str) -> None:
    page.locator("#reply").click()
    page.keyboard.type(text)


def test_a_review_outlives_the_worker(browser: Person, page: Page, between: GoBetween) -> None:
    held = between.before_answer = Held("POST", "/v1/reviews")
    write(page, "Great post!")
    held.end_worker(browser)
    Chip(page).turns_to("Nothing new yet")


def test_a_log_entry_outlives_the_worker(
    browser: Person, page: Page, between: GoBetween, agent: RunningAgent, key: str
) -> None:
    text = f"Nine of our {browser.name} choir don't type: they get the forum's answers on paper."
    held = between.before_answer = Held("PUT", "/v1/posts/")
    write(page, text)
    page.get_by_role("button", name="Post reply").click()
    eventually(held.asked.is_set, "the post to be on its way")
    assert "deliver-outbox" in browser.inside(PLANNED), "Nothing would wake the next worker."
    held.end_worker(browser)
    write(page, "Great post!")
    eventually(lambda: browser.outbox() == [], "the next worker to deliver")
    items = agent.call("GET", "/v1/posts?limit=100", key=key).json()["items"]
    assert [post["text"] for post in items].count(text) == 1
