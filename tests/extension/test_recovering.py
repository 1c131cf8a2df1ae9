"""A failure lasts no longer than itself: what the person does next works, without a new start."""

import pytest

from tests.agent_process import RunningAgent
from tests.extension.browser import PersonsBrowser
from tests.extension.either import Page, Person, only_in_chromium
from tests.extension.expecting import expect
from tests.extension.reach import AT_WORK, eventually
from tests.extension.social_site import SocialSite

SWITCH_ON = "origin => chrome.runtime.sendMessage({type: 'switch-on', origin}).then(({ok}) => ok)"
SWITCH_OFF = "origin => chrome.runtime.sendMessage({type: 'switch-off', origin})"
KEEP_SITES = "sites => chrome.storage.local.set({sites})"
REGISTERED = "chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.map(({id}) => id))"
PAIRING = "chrome.storage.session.get('pairing').then(({pairing}) => pairing.status)"
CLOSE_THE_FIRST = """() => {
  const {executeScript} = chrome.scripting;
  chrome.scripting.executeScript = async (injection) => {
    if (injection.files) {
      chrome.scripting.executeScript = executeScript;
      await chrome.tabs.remove(injection.target.tabId);
    }
    return executeScript(injection);
  };
}"""
"""Closes the first tab that is about to get its script."""


@pytest.fixture
def own_page(browser: Person) -> Page:
    """An empty page of the extension's own."""
    return browser.open(f"{browser.extension}/inside.html")


def test_a_site_is_switched_on_after_another_could_not_be(
    browser: Person, own_page: Page, site: SocialSite
) -> None:
    browser.inside(KEEP_SITES, ["http://"])
    assert not own_page.evaluate(SWITCH_ON, site.origin)
    browser.inside(KEEP_SITES, [])
    assert own_page.evaluate(SWITCH_ON, site.origin)
    assert f"site {site.origin}" in browser.inside(REGISTERED)


@only_in_chromium
def test_a_tab_closed_meanwhile_keeps_no_other_from_its_script(
    browser: PersonsBrowser, own_page: Page, site: SocialSite
) -> None:
    own_page.evaluate(SWITCH_OFF, site.origin)
    pages = [browser.open(site.url("page")), browser.open(site.url("page"))]
    browser.inside(CLOSE_THE_FIRST)
    assert own_page.evaluate(SWITCH_ON, site.origin)
    [left] = [page for page in pages if not page.is_closed()]
    left.wait_for_function(AT_WORK)


@only_in_chromium
def test_pairing_goes_on_after_its_answer_could_not_be_kept(
    browser: PersonsBrowser, agent: RunningAgent
) -> None:
    options = browser.options()
    expect(options.get_by_text("Ready")).to_be_visible()
    options.get_by_role("button", name="Forget the pairing").click()
    with browser.without_room():
        browser.confirm_code(options, agent)
        # The first answer has the key, which can't be kept; only the next one ends the waiting.
        eventually(lambda: browser.inside(PAIRING) != "waiting", "the agent to be asked again")
    browser.inside("chrome.storage.session.clear()")
    browser.pair(agent)
