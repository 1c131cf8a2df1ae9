"""A page that the browser keeps to come back to follows what was chosen while it was away."""

import pytest

from tests.extension.either import Page, Person
from tests.extension.reach import AT_WORK, eventually
from tests.extension.social_site import SocialSite

KEPT = "window.keptByTheBrowser === true"
SWITCH_OFF = "origin => chrome.runtime.sendMessage({type: 'switch-off', origin})"

only_in_firefox = pytest.mark.parametrize("browser", ["firefox"], indirect=True)
"""Chromium keeps no page while it is driven from outside."""


@pytest.fixture
def left_page(browser: Person, site: SocialSite) -> Page:
    """A watched page that the person went on from."""
    page = browser.open(site.url("page"))
    page.wait_for_function(AT_WORK)
    page.evaluate("() => { window.keptByTheBrowser = true; }")
    page.goto(site.url("page") + "?next")
    return page


def go_back(page: Page, site: SocialSite) -> None:
    page.evaluate("history.back()")
    eventually(lambda: page.url == site.url("page"), "the page to come back")
    assert page.evaluate(KEPT), "The browser loaded it anew."


@only_in_firefox
def test_it_stays_quiet_when_its_site_was_switched_off_meanwhile(
    browser: Person, left_page: Page, site: SocialSite
) -> None:
    browser.inside(SWITCH_OFF, site.origin)
    go_back(left_page, site)
    eventually(lambda: not left_page.evaluate(f"!!{AT_WORK}"), "the page to be left alone")


@only_in_firefox
def test_it_is_watched_as_before_when_its_site_is_still_on(left_page: Page, site: SocialSite) -> None:
    go_back(left_page, site)
    left_page.wait_for_function(AT_WORK)
