"""Every further task without a mouse: history, counts, insights, answers, people, imports, data."""

import re
import sqlite3
from pathlib import Path

from playwright.sync_api import expect

from tests.agent.viewer.in_browser.conftest import OpenViewer
from tests.agent.viewer.in_browser.test_by_keyboard import go_to, tab_to
from tests.agent.viewer.in_browser.test_every_page import assert_accessible
from tests.agent_process import RunningAgent


def test_a_draft_at_home(open_viewer: OpenViewer) -> None:
    page = open_viewer()
    tab_to(page, "Your draft")
    page.keyboard.type("Great post!")
    tab_to(page, "Review this draft")
    page.keyboard.press("Enter")
    expect(page.locator("#review")).to_be_focused()


def test_filtering_the_history_and_leafing_through_it(open_viewer: OpenViewer) -> None:
    page = open_viewer()
    go_to(page, "History")
    tab_to(page, "Verdict")
    page.keyboard.type("Contrib")
    tab_to(page, "More filters")
    page.keyboard.press("Enter")
    tab_to(page, "Kind")
    page.keyboard.type("Repl")
    tab_to(page, "Use these filters")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("kind=reply"))
    expect(page.get_by_label("Kind")).to_have_value("reply")
    expect(page.locator(".chip-promotion")).to_have_count(0)
    tab_to(page, "Older posts")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Newest posts")).to_be_visible()
    assert "verdict=contributes" in page.url


def test_keeping_counts_by_hand(open_viewer: OpenViewer, post_id: str) -> None:
    page = open_viewer(f"/history/{post_id}")
    tab_to(page, "Add counts by hand")
    page.keyboard.press("Enter")
    tab_to(page, "Likes")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("The counts are kept.")
    expect(page.locator("#back tbody td").first).to_have_text("12")


def test_reading_the_figures_of_an_insight(open_viewer: OpenViewer) -> None:
    page = open_viewer()
    go_to(page, "Insights")
    tab_to(page, "All time")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("period=all"))
    tab_to(page, "The figures of What came back, by verdict")
    page.keyboard.press("Enter")
    expect(page.locator("#verdict table")).to_be_visible()
    tab_to(page, "Contributes")
    page.keyboard.press("Enter")
    expect(page).to_have_title("History · Pitch In")


def test_putting_a_conversation_off_and_letting_it_wait_again(open_viewer: OpenViewer) -> None:
    page = open_viewer("/conversations?days=36500")
    headline = page.get_by_role("heading", level=2).first.inner_text()
    tab_to(page, "Put off until tomorrow")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("It comes back by itself.")
    page.goto(page.url.partition("?")[0] + "?days=36500")
    tab_to(page, "Put off")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_have_text(headline)
    tab_to(page, "Let it wait again")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("It waits again.")


def test_forgetting_somebody(open_viewer: OpenViewer) -> None:
    page = open_viewer("/people")
    who = page.locator("tbody th").first.inner_text().split()[0]
    tab_to(page, f"Forget {who}")
    page.keyboard.press("Enter")
    tab_to(page, f"Forget for good: {who}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Forgotten for good")


def test_importing_a_file_from_where_it_lies(open_viewer: OpenViewer, tmp_path: Path) -> None:
    table = tmp_path / "posts.csv"
    table.write_text("Message,Date\nWe keep the cache on its own disk.,2026-11-02T10:00:00Z\n")
    page = open_viewer("/imports")
    tab_to(page, "Whole path of a zip, a folder or a file")
    page.keyboard.type(str(table))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Not finished")).to_be_visible(timeout=30_000)
    tab_to(page, "Take off this list")
    page.keyboard.press("Enter")
    expect(page.get_by_text("None yet.")).to_be_visible()


def test_sending_a_file_in_slices(open_viewer: OpenViewer) -> None:
    page = open_viewer("/imports")
    content = "Message,Date\n" + "We keep the cache on its own disk.,2026-11-02T10:00:00Z\n" * 40_000
    page.get_by_label("Export").set_input_files(
        {"name": "sent.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )
    tab_to(page, "Import this file")
    page.keyboard.press("Enter")
    expect(page.locator("#sending")).to_have_text("The file is there. Its import stands below.")
    expect(page.get_by_role("heading", name="sent.csv")).to_be_visible(timeout=30_000)


def test_muting_a_flag_on_its_page(open_viewer: OpenViewer) -> None:
    page = open_viewer("/signals/bump")
    tab_to(page, "Mute this flag")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Muted")
    tab_to(page, "Hear about it again")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("You hear about this flag again.")


def test_a_month_on_paper_and_on_the_screen(open_viewer: OpenViewer) -> None:
    page = open_viewer("/insights")
    tab_to(page, "report")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What most came back for")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(page.get_by_role("heading", name="What most came back for")).to_be_visible()


def test_keeping_posts_for_a_year_only(open_viewer: OpenViewer) -> None:
    page = open_viewer("/stored")
    question = page.get_by_role("heading", name=re.compile(r"Delete \d+ posts\?"))
    tab_to(page, "Every site")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(question).to_be_visible()
    assert_accessible(page, "delete older posts")
    tab_to(page, "Change nothing")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Every site")).to_have_value("")
    tab_to(page, "Every site")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(question).to_be_visible()
    tab_to(page, "Save, and delete them for good")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved. Older posts go in the next minutes")


def test_deleting_everything(agent: RunningAgent, open_viewer: OpenViewer) -> None:
    page = open_viewer("/settings")
    tab_to(page, "Stored")
    page.keyboard.press("Enter")
    expect(page).to_have_title("What is stored · Pitch In")
    tab_to(page, "Type “delete everything”")
    page.keyboard.press("Enter")
    expect(page.locator("#confirm")).to_have_attribute("aria-invalid", "true")
    page.locator("#confirm").focus()
    page.keyboard.type("delete everything")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Everything is deleted for good.")
    connection = sqlite3.connect(agent.data_dir / "pitch-in.db")
    assert connection.execute("SELECT count(*) FROM posts").fetchone() == (0,)
    connection.close()
