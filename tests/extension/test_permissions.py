"""The unchanged extension asks for one site's permission and gives it back: a person answers on a screen."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.agent_process import RunningAgent
from tests.extension.browser import PersonsBrowser, persons_browser
from tests.extension.make_index import EXTENSION
from tests.extension.reach import Chip, Panel, eventually
from tests.extension.social_site import SocialSite

pytestmark = pytest.mark.servers


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen that no one sees; a headless browser shows no prompts and knows no shortcuts."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        display = f":{answer.readline().strip()}"
    yield display
    server.terminate()
    server.wait(20)


@pytest.fixture
def browser(
    playwright: Playwright, chromium_path: Path, tmp_path: Path, screen: str
) -> Iterator[PersonsBrowser]:
    """The extension as it is in the repository, in a browser with windows."""
    with persons_browser(playwright, chromium_path, tmp_path, EXTENSION, screen=screen) as running:
        yield running


def on_screen(screen: str, *command: str) -> str:
    """Use the screen's own keyboard, or look at its windows."""
    environment = {**os.environ, "DISPLAY": screen}
    return subprocess.run(
        ["xdotool", *command], capture_output=True, text=True, check=False, env=environment
    ).stdout


def permitted(browser: PersonsBrowser) -> list[str]:
    """The hosts that the extension may touch."""
    return sorted(browser.worker.evaluate("chrome.permissions.getAll().then(({origins}) => origins)"))


def test_a_site_is_asked_for_used_and_given_back(
    browser: PersonsBrowser, agent: RunningAgent, site: SocialSite, screen: str
) -> None:
    loopback = ["http://127.0.0.1/*", "http://localhost/*"]
    browser.pair(agent)
    page = browser.open(site.url("page"))
    options = browser.options()
    options.get_by_label("Switch on a site by its address").fill(site.origin)
    options.get_by_role("button", name="Switch on for this site").click()

    def allowed() -> bool:
        # The prompt is drawn by the browser, where nothing can be waited for; at first it takes no keys.
        on_screen(screen, "sleep", "2", "key", "Tab", "sleep", "0.3", "key", "Return", "sleep", "0.5")
        return f"{site.origin}/*" in permitted(browser)

    eventually(allowed, "the prompt to be answered")
    expect(options.get_by_role("listitem").filter(has_text=site.origin)).to_be_visible()
    assert permitted(browser) == [*loopback, f"{site.origin}/*"]

    page.bring_to_front()
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    Chip(page).turns_to("Nothing new yet")
    on_screen(screen, "key", "alt+shift+y")
    eventually(Panel(page).is_shown, "the shortcut to open the panel")

    options.bring_to_front()
    options.get_by_role("button", name="Switch off").click()
    eventually(lambda: permitted(browser) == loopback, "the permission to be given back")
