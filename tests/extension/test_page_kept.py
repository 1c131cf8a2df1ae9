"""A page that the browser keeps to come back to follows what was chosen while it was away."""

import pytest

from tests.extension.either import Person
from tests.extension.reach import AT_WORK, eventually
from tests.extension.social_site import SocialSite

KEPT = "window.keptByTheBrowser === true"
SWITCH_OFF = "origin => chrome.runtime.sendMessage({type: 'switch-off', origin})"

only_in_firefox = pytest.mark.parametrize("browser", ["firefox"], indirect=True)
"""Chromium keeps no page while it is driven from outside."""


@only_in_firefox
def test_it_stays_quiet_when_its_site_was_switched_off_meanwhile(browser: Person, site: SocialSite) -> None:
    page = browser.open(site.url("page"))
    page.wait_for_function(AT_WORK)
    page.evaluate("() => { window.keptByTheBrowser = true; }")
    page.goto(site.url("page") + "?next")
    browser.inside(SWITCH_OFF, site.origin)
    page.evaluate("history.back()")
    eventually(lambda: page.url == site.url("page"), "the page to come back")
    assert page.evaluate(KEPT), "The browser loaded it anew."
    eventually(lambda: not page.evaluate(f"!!{AT_WORK}"), "the page to be left alone")


@only_in_firefox
def test_it_is_watched_as_before_when_its_site_is_still_on(browser: Person, site: SocialSite) -> None:
    page = browser.open(site.url("page"))
    page.wait_for_function(AT_WORK)
    page.evaluate("() => { window.keptByTheBrowser = true; }")
    page.goto(site.url("page") + "?next")
    page.evaluate("history.back()")
    eventually(lambda: page.url == site.url("page"), "the page to come back")
    assert page.evaluate(KEPT), "The browser loaded it anew."
    page.wait_for_function(AT_WORK)
