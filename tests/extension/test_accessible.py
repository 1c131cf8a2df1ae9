"""axe-core finds nothing to mend in our pages and the panel, in light and dark, in each language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright

from tests.extension.browser import PersonsBrowser, persons_browser
from tests.extension.reach import Chip, Panel, eventually
from tests.extension.social_site import SocialSite

SCHEMES = ("light", "dark")
LOOKS_AND_CONTENT = """
const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
return `<style>${rules.map(({cssText}) => cssText).join("\\n")}</style>${root.innerHTML}`;
"""
LANGUAGES = {"en": "Pitch In options", "de": "Einstellungen von Pitch In", "es": "Opciones de Pitch In"}
STATE = {
    "sites": ["https://forum.example.org", "http://social.localhost:8000"],
    "settings": {"holdFlagged": True, "strictness": {"https://forum.example.org": "strict"}},
    "outbox": [
        {"id": "1", "post": {"text": "One that waits."}, "attempts": 1, "refused": None},
        {
            "id": "2",
            "post": {"text": "One that the agent won't take."},
            "attempts": 1,
            "refused": "Too long.",
        },
    ],
}
"""A person's settings where every part of the pages has something to show."""


@pytest.fixture(scope="module", params=LANGUAGES)
def localised(
    request: pytest.FixtureRequest,
    playwright: Playwright,
    chromium_path: Path,
    extension_copy: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[PersonsBrowser, str]]:
    """A browser whose own language it is, and the language."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", request.param)
        profile = tmp_path_factory.mktemp(request.param)
        switch = [f"--lang={request.param}"]
        with persons_browser(playwright, chromium_path, profile, extension_copy, switches=switch) as running:
            running.worker.evaluate("state => chrome.storage.local.set(state)", STATE)
            yield running, request.param


def test_the_options_page_is_accessible(localised: tuple[PersonsBrowser, str]) -> None:
    browser, language = localised
    options = browser.options()
    title = LANGUAGES[language]
    eventually(lambda: options.locator("h1").inner_text() == title, f"“{title}”")
    assert options.evaluate("document.documentElement.lang") == language
    eventually(options.locator("#outbox li").is_visible, "the outbox")
    looks_right(options, "options")


def test_the_popup_is_accessible(localised: tuple[PersonsBrowser, str], site: SocialSite) -> None:
    browser, _ = localised
    page = browser.open(site.url("page"))
    popup = browser.popup(page)
    eventually(popup.locator("#site button").is_visible, "the site's switch")
    looks_right(popup, "popup")
    page.close()


def looks_right(page: Page, name: str) -> None:
    """In light and in dark."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, f"{name}, {scheme}: {found.generate_report()}"
    page.close()


def test_the_panel_is_accessible(in_chromium: PersonsBrowser, site: SocialSite, chromium: Browser) -> None:
    page = in_chromium.open(site.url("page"))
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    panel = chip.open_panel()
    for name, part in (("chip", chip), ("panel", panel)):
        looks_right(opened(part, chromium), name)
    page.close()


def opened(part: Chip | Panel, chromium: Browser) -> Page:
    """The same part on an empty page, its shadow root open: axe can't look into a closed one."""
    host = part.ask("return root.host.cloneNode().outerHTML")
    page = chromium.new_page()
    page.set_content(f'<!doctype html><html lang="en"><title>t</title><main><h1>t</h1>{host}</main></html>')
    page.evaluate(
        """inside => {
             const host = document.querySelector("main > :last-child");
             host.attachShadow({mode: "open"}).innerHTML = inside;
             host.showPopover();
           }""",
        part.ask(LOOKS_AND_CONTENT),
    )
    return page
