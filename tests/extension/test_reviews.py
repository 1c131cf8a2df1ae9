"""A draft is read while it is written."""

from playwright.sync_api import Page

from tests.extension.reach import Chip


def test_the_chip_turns_as_the_draft_gains_something(page: Page) -> None:
    chip = Chip(page)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip.turns_to("Nothing new yet")
    page.keyboard.press("Control+A")
    page.keyboard.type("We moved our bike club in 2019 and 12 of 80 members never came along. How did you reach yours?")
    chip.turns_to("Adds something")
