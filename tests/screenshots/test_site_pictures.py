"""The chip and the panel over the saved pages of six sites, each at its own address."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, Route

from tests.agent_process import RunningAgent
from tests.extension.browser import PersonsBrowser, copy_of_extension, persons_browser
from tests.extension.reach import Chip
from tests.extension.sites.saved import SavedPage, saved_pages
from tests.screenshots.camera import resize, take

PICTURED = {
    "x/status.html": "site-x",
    "linkedin/classic.html": "site-linkedin",
    "reddit/new.html": "site-reddit",
    "mastodon/reply.html": "site-mastodon",
    "discourse/topic.html": "site-discourse",
    "bluesky/reply.html": "site-bluesky",
}
SAVED = {saved.name: saved for saved in saved_pages() if saved.name in PICTURED}
# The saved pages have no looks of their own: the words are to be seen, and the composer is to have its size.
PLAIN = """
  body { margin: 24px auto; max-width: 620px; font: 16px/1.5 "Liberation Sans", sans-serif; color: #222; }
  header, nav, form[role=search], #current-user, .msg-overlay-list-bubble, dialog { display: none; }
  textarea, [contenteditable] { display: block; box-sizing: border-box; width: 100%; min-height: 90px; }
  textarea, [contenteditable] { padding: 8px; border: 1px solid #999; border-radius: 6px; font: inherit; }
  article, shreddit-post, shreddit-comment, .react-issue-comment, .status { display: block; margin: 12px 0; }
  h1 { font-size: 22px; }
  svg { width: 1em; height: 1em; }
"""


@pytest.fixture(scope="module")
def person(
    playwright: Playwright, chromium_path: Path, agent: RunningAgent, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PersonsBrowser]:
    """A paired browser that may watch any site."""
    folder = tmp_path_factory.mktemp("person")
    extension = copy_of_extension(folder)
    manifest = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
    manifest["host_permissions"].append("https://*/*")
    (extension / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with persons_browser(playwright, chromium_path, folder / "profile", extension) as running:
        running.use_agent(agent.address, agent.pair(running.extension))
        running.context.route(re.compile("^https:"), answer)
        yield running


def answer(route: Route) -> None:
    """With the saved page of that address; nothing leaves the machine."""
    address = route.request.url
    found = next((saved for saved in SAVED.values() if saved.address.partition("#")[0] == address), None)
    if found and route.request.is_navigation_request():
        route.fulfill(content_type="text/html; charset=utf-8", body=found.html)
    else:
        route.abort()


@pytest.mark.parametrize("saved", SAVED.values(), ids=lambda saved: saved.name)
def test_the_panel_opens_over_the_sites_own_page(person: PersonsBrowser, saved: SavedPage) -> None:
    person.switch_on("/".join(saved.address.split("/")[:3]))
    page = person.open(saved.address)
    resize(page, 1080, 760)
    page.add_style_tag(content=PLAIN)
    field = page.locator(saved.composers[0]["field"])
    field.scroll_into_view_if_needed()
    field.click()
    page.keyboard.press("Control+A")
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    assert chip.open_panel().suggestions(), "The panel shows no suggestion."
    take(page, PICTURED[saved.name])
    page.close()
