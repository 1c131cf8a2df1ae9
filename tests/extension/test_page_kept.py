"""A page that the browser keeps to come back to follows what was chosen while it was away."""

import pytest

from tests.extension.either import Page, Person
from tests.extension.reach import AT_WORK, eventually
from tests.extension.social_site import SocialSite

SWITCH_OFF = "origin => chrome.runtime.sendMessage({type: 'switch-off', origin})"
TRIES = 5

only_in_firefox = pytest.mark.parametrize("browser", ["firefox"], indirect=True)
"""Chromium keeps no page while it is driven from outside."""


def come_back(browser: Person, site: SocialSite, *, switched_off: bool) -> Page:
    """A watched page that the person left and came back to; meanwhile its site may be switched off.

    A browser that is short of memory keeps no page but loads it anew: then once more.
    """
    for _ in range(TRIES):
        page = browser.open(site.url("page"))
        page.wait_for_function(AT_WORK)
        page.evaluate("() => { window.kept = true; }")
        page.goto(site.url("page") + "?next")
        if switched_off:
            browser.inside(SWITCH_OFF, site.origin)
        page.evaluate("history.back()")
        eventually(lambda page=page: page.evaluate("location.search") == "", "the page to come back")
        if page.evaluate("window.kept === true"):
            return page
        page.close()
        if switched_off:
            browser.switch_on(site.origin)
    raise AssertionError(f"The browser loaded the page anew {TRIES} times.")


@only_in_firefox
def test_it_stays_quiet_when_its_site_was_switched_off_meanwhile(browser: Person, site: SocialSite) -> None:
    page = come_back(browser, site, switched_off=True)
    eventually(lambda: not page.evaluate(f"!!{AT_WORK}"), "the page to be left alone")


@only_in_firefox
def test_it_is_watched_as_before_when_its_site_is_still_on(browser: Person, site: SocialSite) -> None:
    come_back(browser, site, switched_off=False).wait_for_function(AT_WORK)
