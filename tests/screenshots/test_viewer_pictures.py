"""The viewer in light, dark, and on a phone."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.agent_process import RunningAgent
from tests.screenshots.camera import resize, take
from tests.servers.site import AUTHOR, TEXT, TITLE

DESKTOP = (1280, 900)
PHONE = (390, 844)
Open = Callable[[tuple[int, int], str], Page]


@pytest.fixture
def signed_in(agent: RunningAgent, chromium: Browser) -> Iterator[Open]:
    """Opens the viewer, signed in, in a window of a size and colour scheme."""
    contexts = []

    def open_viewer(size: tuple[int, int], scheme: str) -> Page:
        context = chromium.new_context(color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        resize(page, *size)
        page.goto(agent.new_link())
        return page

    yield open_viewer
    for context in contexts:
        context.close()


def review_great_post(page: Page, agent: RunningAgent) -> None:
    page.goto(f"{agent.address}/draft")
    page.get_by_label("Your draft").fill("Great post!")
    page.get_by_label("Their words").fill(TEXT)
    page.get_by_label("Who wrote it").fill(AUTHOR)
    page.get_by_label("Title of the thread").fill(TITLE)
    page.get_by_role("button", name="Review this draft").click()
    expect(page.get_by_role("heading", name="Ways to add something")).to_be_visible()


def test_in_light_a_draft_stands_beside_its_review(signed_in: Open, agent: RunningAgent) -> None:
    page = signed_in(DESKTOP, "light")
    review_great_post(page, agent)
    page.evaluate("scrollTo(0, 0)")
    take(page, "viewer-light")


def test_in_dark_the_history_lists_what_was_posted(signed_in: Open, agent: RunningAgent) -> None:
    page = signed_in(DESKTOP, "dark")
    page.goto(f"{agent.address}/history")
    expect(page.get_by_text("Great post!")).to_be_visible()
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert all(int(part) < 80 for part in re.findall(r"\d+", background)[:3]), f"{background} is not dark."
    take(page, "viewer-dark")


def test_on_a_phone_nothing_runs_out_of_the_window(signed_in: Open, agent: RunningAgent) -> None:
    page = signed_in(PHONE, "light")
    review_great_post(page, agent)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    page.locator("#review").evaluate("review => review.scrollIntoView()")
    take(page, "viewer-phone")
