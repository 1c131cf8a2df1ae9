import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.agent.viewer.in_browser.conftest import OpenViewer
from tests.agent_process import RunningAgent, start_agent
from tests.setup.browser import QUIET

PARENT = "We moved our builds to two small machines under the desk. The queue went from 40 minutes to 6."

A_BLANK = re.compile(r"\[… [^\]]+\]")


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_from_great_post_to_a_contribution(
    agent: RunningAgent, open_viewer: OpenViewer, javascript: bool
) -> None:
    page = open_viewer("/draft", java_script_enabled=javascript)
    draft = page.get_by_label("Your draft")
    draft.fill("Great post!")
    page.get_by_label("Their words").fill(PARENT)
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator(".judged-verdict")).to_have_text("Me too")
    expect(page.locator("mark").first).to_contain_text("Great")

    page.locator(".suggestion", has_text="[…").first.get_by_role("button", name="Use this").click()
    expect(draft).to_have_value(A_BLANK)
    expect(page.locator(".judged-verdict")).to_have_text("Not finished")

    draft.fill("We did the same with three old laptops, and cold starts fell from nine minutes to one.")
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator(".judged-verdict")).to_have_text("Contributes")
    assert page.url.partition("#")[0] == agent.address + "/draft", "the draft is in no address"


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_a_draft_typed_at_home_leads_to_its_review(
    agent: RunningAgent, open_viewer: OpenViewer, javascript: bool
) -> None:
    page = open_viewer(java_script_enabled=javascript)
    page.get_by_label("Your draft").fill("Great post!")
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator(".judged-verdict")).to_have_text("Me too")
    expect(page).to_have_title("Try a draft · Pitch In")
    assert page.url.partition("#")[0] == f"{agent.address}/draft"
    page.locator(".suggestion", has_text="[…").first.get_by_role("button", name="Use this").click()
    expect(page.get_by_label("Your draft")).to_have_value(A_BLANK)


def test_one_step_back_from_a_review_is_home(open_viewer: OpenViewer) -> None:
    page = open_viewer()
    page.get_by_label("Your draft").fill("Great post!")
    page.get_by_role("button", name="Review this draft").click()
    expect(page).to_have_title("Try a draft · Pitch In")
    page.go_back()
    expect(page.get_by_role("heading", name="Before you post it")).to_be_visible()


def test_a_used_suggestion_is_ready_to_be_filled_in_by_typing(open_viewer: OpenViewer) -> None:
    page = open_viewer("/draft")
    page.get_by_role("button", name="Try this example").click()
    page.locator(".suggestion", has_text="[…").first.get_by_role("button", name="Use this").click()
    draft = page.get_by_label("Your draft")
    expect(draft).to_be_focused()
    expect(draft).to_have_value(A_BLANK)
    before = draft.input_value()
    page.keyboard.type("nine minutes")
    assert "nine minutes" in draft.input_value()
    assert before.count("[… ") == draft.input_value().count("[… ") + 1

    page.get_by_role("button", name="Put the other words back").click()
    expect(draft).to_have_value("Great post!")


def test_the_review_is_where_the_reader_is_led(open_viewer: OpenViewer) -> None:
    page = open_viewer("/draft", viewport={"width": 360, "height": 740})
    page.get_by_label("Your draft").fill("Great post!")
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator("#review")).to_be_focused()
    expect(page.locator(".judged")).to_be_in_viewport()


def test_a_suggestion_can_be_copied(open_viewer: OpenViewer) -> None:
    page = open_viewer("/draft", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Try this example").click()
    copy = page.locator("[data-copy]").first
    copy.click()
    expect(copy).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == copy.get_attribute("data-copy")


def test_without_scripts_there_is_no_button_that_does_nothing(open_viewer: OpenViewer) -> None:
    page = open_viewer("/draft", java_script_enabled=False)
    page.get_by_role("button", name="Try this example").click()
    expect(page.get_by_role("button", name="Use this").first).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)


def test_a_new_draft_replaces_the_review_of_the_last(open_viewer: OpenViewer) -> None:
    page = open_viewer("/draft")
    for text, expected in (("Great post!", "Me too"), ("Which scheduler do you use?", "Contributes")) * 2:
        page.get_by_label("Your draft").fill(text)
        page.get_by_role("button", name="Review this draft").click()
        expect(page.locator(".judged-verdict")).to_have_text(expected)
        expect(page.locator(".judged")).to_have_count(1)


def test_too_long_a_draft_stays_in_its_box(open_viewer: OpenViewer) -> None:
    page = open_viewer("/draft")
    page.get_by_label("Your draft").fill("a" * 100_001)
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator(".error")).to_contain_text("Shorten it to 100,000 at most")
    assert len(page.get_by_label("Your draft").input_value()) == 100_001


def test_a_draft_survives_the_end_of_the_session_and_of_the_agent(chromium: Browser, tmp_path: Path) -> None:
    agent = start_agent(tmp_path).wait_until_ready()
    page = chromium.new_page()
    page.goto(agent.sign_in_link)
    page.goto(f"{agent.address}/draft")
    page.get_by_label("Your draft").fill("Great post!")

    page.context.clear_cookies()
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator("#review")).to_contain_text("Please sign in")
    expect(page.get_by_label("Your draft")).to_have_value("Great post!")

    agent.stop()
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator("#review")).to_contain_text("Pitch In does not answer")
    expect(page.get_by_label("Your draft")).to_have_value("Great post!")
    page.context.close()


def test_a_draft_leaves_no_byte_in_the_browsers_profile(
    agent: RunningAgent, playwright: Playwright, chromium_path: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=chromium_path, args=QUIET
    )
    page = context.pages[0]
    page.goto(agent.new_link())
    page.goto(f"{agent.address}/draft")
    page.get_by_label("Your draft").fill("xylophone9 is the word. Great post!")
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator(".judged")).to_be_visible()
    page.goto(f"{agent.address}/history?q=platypus7")
    page.go_back()
    expect(page.get_by_label("Your draft")).to_be_visible()
    context.close()

    holding = {
        word: [path.name for path in profile.rglob("*") if path.is_file() and holds(path, word)]
        for word in ("platypus7", "xylophone9")
    }
    assert holding["platypus7"], "the profile keeps what it is expected to keep, so the search works"
    assert holding["xylophone9"] == []


def holds(path: Path, word: str) -> bool:
    content = path.read_bytes()
    return word.encode() in content or word.encode("utf-16-le") in content
