"""The imports page brings itself up to date, and leaves what a person is answering alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.agent.viewer.in_browser.conftest import OpenViewer

TABLE = "a,b\nWe keep the cache on its own disk.,2026-11-02T10:00:00Z\n"


@pytest.fixture
def page(open_viewer: OpenViewer, tmp_path: Path) -> Page:
    """The imports page, with a table that waits for answers."""
    table = tmp_path / "table.csv"
    table.write_text(TABLE)
    page = open_viewer("/imports")
    page.get_by_label("Whole path").fill(str(table))
    page.get_by_role("button", name="Import it").click()
    expect(card(page, "table.csv")).to_contain_text("Not finished")
    return page


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("article", name=name)


def import_another(page: Page, name: str = "notes.txt") -> None:
    """Hand over a file, and wait until the page tells how its import ended."""
    page.locator("#file").set_input_files({"name": name, "mimeType": "text/plain", "buffer": b"notes"})
    page.get_by_role("button", name="Import this file").click()
    expect(card(page, name)).to_contain_text("It did not work.")


def test_what_was_opened_or_answered_outlives_the_end_of_another_import(page: Page) -> None:
    table = card(page, "table.csv")
    table.get_by_text("What else you can say").click()
    import_another(page)
    expect(table.get_by_label("Your name in it")).to_be_visible()

    table.get_by_label("Column of the text").fill("a")
    page.get_by_label("Whole path").fill("/nowhere")
    import_another(page, "more.txt")
    expect(table.get_by_label("Column of the text")).to_have_value("a")
