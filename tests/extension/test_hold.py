"""Where the person switched it on, a flagged post is held once; otherwise nothing is ever in the way."""

from collections.abc import Iterator

import pytest

from tests.extension.either import Page, Person
from tests.extension.expecting import expect
from tests.extension.reach import AT_WORK, Chip, Panel, eventually
from tests.extension.social_site import SocialSite

ADDING = "Our choir printed a digest until 2022, and nine singers still ask for it. Who prints yours?"
HOLD = "chrome.storage.local.set({settings: {holdFlagged: true, strictness: {}}})"


@pytest.fixture
def holding(browser: Person, site: SocialSite) -> Iterator[Page]:
    """The discussion page of a person who wants to be held back."""
    browser.inside(HOLD)
    page = browser.open(site.url("page"))
    page.wait_for_function(AT_WORK)
    yield page
    page.close()


def write(page: Page, text: str, verdict: str) -> None:
    page.locator("#reply").click()
    page.keyboard.type(text)
    Chip(page).turns_to(verdict)


def test_a_flagged_post_is_held_once_and_goes_out_by_post_anyway(holding: Page) -> None:
    write(holding, "Great post!", "Nothing new yet")
    holding.get_by_role("button", name="Post reply").click()
    panel = Panel(holding)
    eventually(panel.is_shown, "the review to open")
    assert "Held once" in panel.text()
    assert holding.locator("#answers").inner_text() == ""
    panel.press("Post anyway")
    expect(holding.locator("#answers")).to_contain_text("Great post!")


def test_a_second_press_on_the_sites_button_posts(holding: Page) -> None:
    write(holding, "Great post!", "Nothing new yet")
    button = holding.get_by_role("button", name="Post reply")
    button.click()
    eventually(Panel(holding).is_shown, "the review to open")
    holding.keyboard.press("Escape")
    button.click()
    expect(holding.locator("#answers")).to_contain_text("Great post!")


def test_what_adds_something_is_never_held(holding: Page) -> None:
    write(holding, ADDING, "Adds something")
    holding.get_by_role("button", name="Post reply").click()
    expect(holding.locator("#answers")).to_contain_text(ADDING)


def test_the_switch_reaches_a_page_that_is_open(browser: Person, page: Page) -> None:
    switch_hold(browser, on=True)
    page.bring_to_front()
    write(page, "Great post!", "Nothing new yet")
    button = page.get_by_role("button", name="Post reply")
    button.click()
    eventually(Panel(page).is_shown, "the review to open")
    page.keyboard.press("Escape")
    assert page.locator("#answers").inner_text() == ""

    switch_hold(browser, on=False)
    page.bring_to_front()
    page.locator("#reply").fill("")
    write(page, "Nice post!", "Nothing new yet")
    button.click()
    expect(page.locator("#answers")).to_contain_text("Nice post!")


def switch_hold(browser: Person, *, on: bool) -> None:
    """In the options, as the person does."""
    options = browser.options()
    ready = "document.querySelector('#hold-flagged:enabled')?.checked"
    eventually(lambda: options.evaluate(ready) is (not on), "the choice to be known")
    options.locator("#hold-flagged").press(" ")
    eventually(lambda: browser.stored().get("settings", {}).get("holdFlagged") is on, "it to be kept")
    options.close()


def test_nothing_is_held_where_nobody_asked_for_it(page: Page) -> None:
    write(page, "Great post!", "Nothing new yet")
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator("#answers")).to_contain_text("Great post!")
