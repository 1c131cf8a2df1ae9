"""A comment box in a frame of another site is that site's: it is read once the person switched it on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page as ChromiumPage

from tests.extension.either import Page, Person
from tests.extension.reach import eventually
from tests.extension.social_site import SocialSite, social_site

EMBED = """(address) => {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.width = frame.height = 700;
  document.body.prepend(frame);
  return new Promise((done) => frame.addEventListener("load", () => done(true)));
}"""
CHIP = """(origin) => {
  if (location.origin !== origin) return null;
  return {value: document.querySelector("pitch-in-chip")?.matches(":popover-open") ?? false};
}"""
# What only the browser itself may do with a frame of another site.
PLACE = """
const frame = document.querySelector("iframe"), around = frame.getBoundingClientRect();
const box = frame.contentDocument.querySelector("#reply").getBoundingClientRect();
return [around.x + box.x + 20, around.y + box.y + 20];
"""


@pytest.fixture(scope="module")
def other_site() -> Iterator[SocialSite]:
    """Another origin."""
    with social_site() as running:
        yield running


def write_in_the_frame(page: Page, text: str) -> None:
    if isinstance(page, ChromiumPage):
        page.frames[1].locator("#reply").click()
    else:
        page.mouse.click(*page.script(PLACE, rights="system"))
    page.keyboard.type(text)


def test_a_frame_of_another_site_is_read_once_it_is_on_and_let_go_once_it_is_off(
    browser: Person, page: Page, other_site: SocialSite
) -> None:
    def has_chip() -> bool:
        return bool(browser.in_content_script(page, CHIP, other_site.origin))

    page.evaluate(EMBED, other_site.url("page"))
    write_in_the_frame(page, "Great post!")
    assert not has_chip()
    browser.switch_on(other_site.origin)
    page.bring_to_front()
    write_in_the_frame(page, " Really.")
    eventually(has_chip, "the chip in the frame")

    switch_off(browser, other_site.origin)
    eventually(lambda: not has_chip(), "the script in the frame to stop")
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    shown = "document.querySelector('pitch-in-chip')?.matches(':popover-open')"
    eventually(lambda: page.evaluate(shown), "the page's own script to go on")


def switch_off(browser: Person, origin: str) -> None:
    options = browser.options()
    row = options.get_by_role("listitem").filter(has_text=origin)
    eventually(row.is_visible, "the site in the list")
    options.get_by_role("button", name=f"Switch off {origin.removeprefix('http://')}").click()
    eventually(lambda: not row.is_visible(), "the site to go from the list")
    options.close()
