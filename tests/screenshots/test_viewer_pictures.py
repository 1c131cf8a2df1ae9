"""The viewer in light, dark, and on a phone, with some years of posts in its log."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from agent.store import Log
from agent.store.clock import now
from tests.agent.made.log import MadeLog
from tests.agent_process import RunningAgent, start_agent
from tests.screenshots.camera import resize, take
from tests.servers.site import AUTHOR, TEXT, TITLE

POSTS = 1_500
DESKTOP = (1280, 900)
PHONE = (390, 844)
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """A real agent whose log holds made-up posts of six years."""
    folder = tmp_path_factory.mktemp("years")
    log = Log(folder / "data")
    MadeLog(POSTS, until=now()).write(log)
    log.close()
    running = start_agent(folder).wait_until_ready()
    yield running
    running.stop()


@pytest.fixture
def open_viewer(agent: RunningAgent, chromium: Browser) -> Iterator[Open]:
    """Opens a page of the viewer, signed in, in a window of a size and colour scheme."""
    contexts = []

    def open_page(path: str, size: tuple[int, int], scheme: str = "light") -> Page:
        context = chromium.new_context(color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        resize(page, *size)
        page.goto(agent.new_link())
        page.goto(agent.address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def wait_for_pictures(page: Page) -> None:
    page.wait_for_function(
        """() => [...document.images]
            .filter((image) => image.getBoundingClientRect().top < innerHeight)
            .every((image) => image.complete && image.naturalWidth)"""
    )


def assert_dark(page: Page) -> None:
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert all(int(part) < 80 for part in re.findall(r"\d+", background)[:3]), f"{background} is not dark."


def test_home_has_this_week_on_one_screen(open_viewer: Open) -> None:
    page = open_viewer("/", DESKTOP)
    expect(page.get_by_role("heading", name="This week")).to_be_in_viewport()
    wait_for_pictures(page)
    take(page, "viewer-home")


def test_a_draft_stands_beside_its_review(open_viewer: Open) -> None:
    page = open_viewer("/draft", DESKTOP)
    page.get_by_label("Your draft").fill("Great post!")
    page.get_by_label("Their words").fill(TEXT)
    page.get_by_label("Who wrote it").fill(AUTHOR)
    page.get_by_label("Title of the thread").fill(TITLE)
    page.get_by_role("button", name="Review this draft").click()
    expect(page.get_by_role("heading", name="Ways to add something")).to_be_visible()
    page.evaluate("scrollTo(0, 0)")
    take(page, "viewer-draft")


def test_in_dark_the_history_marks_the_words_that_were_searched(open_viewer: Open) -> None:
    page = open_viewer("/history?q=seed+library", DESKTOP, "dark")
    expect(page.locator("mark.found").first).to_be_visible()
    assert_dark(page)
    take(page, "viewer-history")


def test_in_dark_an_insight_shows_how_unsure_it_is(open_viewer: Open) -> None:
    page = open_viewer("/insights?period=all#signal", DESKTOP, "dark")
    expect(page.locator("#signal img")).to_be_in_viewport()
    wait_for_pictures(page)
    assert_dark(page)
    take(page, "viewer-insights")


def test_on_a_phone_nothing_runs_out_of_the_window(open_viewer: Open) -> None:
    page = open_viewer("/", PHONE)
    expect(page.get_by_role("heading", name="For today")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    wait_for_pictures(page)
    take(page, "viewer-phone")
