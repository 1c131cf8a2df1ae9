"""The panel says why, and puts a suggestion into the draft; the keyboard is enough for all of it."""

import re

import pytest
from playwright.sync_api import Page as ChromiumPage

from tests.agent.calls import new_id, new_post
from tests.agent_process import RunningAgent
from tests.extension.browser import PersonsBrowser
from tests.extension.either import Page, Person, only_in_chromium
from tests.extension.expecting import expect
from tests.extension.reach import Chip, Panel, eventually

# As pages listen that send at Enter, or take a draft back at Esc.
HEAR_KEYS = """() => {
  if (window.heard) return void (heard.length = 0);
  window.heard = [];
  document.addEventListener("keydown", ({key}) => heard.push(`${key} down`));
  document.addEventListener("keyup", ({key}) => heard.push(`${key} up`));
}"""
# As a framework does that draws a field anew when it gets the focus.
REPLACE_AT_FOCUS = """field => field.addEventListener("focus", () => {
  const drawn = field.cloneNode(true);
  field.replaceWith(drawn);
  drawn.focus();
  getSelection().selectAllChildren(drawn);
  getSelection().collapseToEnd();
})"""
SEEN = "body => [body.innerHTML, body.getBoundingClientRect().height]"
FIELDS = ["#reply", "#editor"]
DRAFT = "Great post!"
# As where a page's own code stops an editor in the middle of its work.
THROW_ONCE = """() => {
  const whole = insertText;
  insertText = (field, text) => {
    insertText = whole;
    whole(field, text.slice(0, 7));
    throw new Error("the page's own");
  };
  return {value: true};
}"""
NOTICE = "The reading room is open late on Thursdays from now on, and the side door stays locked."


def panel_for(page: Page, field: str, draft: str = DRAFT) -> Panel:
    """The panel, opened on a draft that was just typed."""
    page.locator(field).click()
    page.keyboard.type(draft)
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    return chip.open_panel()


def draft_in(page: Page, field: str) -> str:
    """What stands in the field."""
    return str(page.locator(field).evaluate("field => field.value ?? field.innerText"))


def fill_blanks_by_keyboard(page: Page, panel: Panel) -> str:
    """Fill the first suggestion's blanks and apply it without the mouse; return the text it makes."""
    expected = panel.suggestions()[0]
    panel.tab_to("Blank to fill in")
    while panel.focused().startswith("Blank to fill in"):
        hint = panel.focused().removeprefix("Blank to fill in: ")
        page.keyboard.type("we mailed a digest to 40 people in 2021")
        expected = expected.replace(f"[{hint}]", "we mailed a digest to 40 people in 2021", 1)
        page.keyboard.press("Tab")
    assert panel.focused() == "Apply"
    page.keyboard.press("Enter")
    return expected


def test_it_says_why_and_marks_the_words_and_the_page_does_not_move(page: Page) -> None:
    before = page.locator("body").evaluate(SEEN)
    panel = panel_for(page, "#reply")
    assert panel.headline()
    assert "Great" in "".join(panel.marked())
    assert "More" in panel.text()
    assert panel.suggestions()
    assert page.locator("body").evaluate(SEEN) == before, "Nothing of ours stands in the page, or moves it."


@only_in_chromium
def test_the_earlier_post_with_the_same_text_opens_in_the_viewer(
    browser: PersonsBrowser, page: ChromiumPage, agent: RunningAgent, key: str
) -> None:
    post = new_id()
    agent.call("PUT", f"/v1/posts/{post}", new_post(text=NOTICE, permalink=None), key=key).raise_for_status()
    panel = panel_for(page, "#reply", NOTICE)
    with browser.context.expect_page() as opened:
        panel.press("See that post")
    opened.value.wait_for_url(f"{agent.address}/history/{post}")


@pytest.mark.parametrize("field", FIELDS)
def test_a_suggestion_is_filled_in_and_applied_by_keyboard_alone_and_typing_goes_on(
    page: Page, field: str
) -> None:
    panel = panel_for(page, field)
    expected = fill_blanks_by_keyboard(page, panel)
    panel.closes()
    eventually(lambda: draft_in(page, field) == expected, f"the draft to be “{expected}”")
    expect(page.locator(field)).to_be_focused()
    Chip(page).turns_to("Adds something")
    page.keyboard.type(" And you?")
    assert draft_in(page, field) == f"{expected} And you?"


@pytest.mark.parametrize("field", FIELDS)
def test_undo_on_the_chip_and_the_editors_own_bring_the_draft_back(page: Page, field: str) -> None:
    chip = Chip(page)
    expected = fill_blanks_by_keyboard(page, panel_for(page, field))
    eventually(lambda: draft_in(page, field) == expected, "the suggestion in the draft")
    chip.press("Undo")
    eventually(lambda: draft_in(page, field) == DRAFT, "the old draft")
    chip.turns_to("Nothing new yet")
    expected = fill_blanks_by_keyboard(page, chip.open_panel())
    eventually(lambda: draft_in(page, field) == expected, "the suggestion in the draft")
    page.keyboard.press("Control+z")
    eventually(lambda: draft_in(page, field) == DRAFT, "the old draft")


def test_a_blank_left_open_is_asked_for(page: Page) -> None:
    panel = panel_for(page, "#reply")
    panel.press("Apply")
    panel.closes()
    Chip(page).turns_to("Fill in the blank")
    assert "[…" in draft_in(page, "#reply")


def test_a_field_that_does_not_take_the_text_keeps_its_draft(page: Page) -> None:
    page.locator("#reply").evaluate("field => field.maxLength = 20")
    panel = panel_for(page, "#reply")
    panel.press("Apply")
    eventually(lambda: "your draft is as it was" in panel.text(), "the panel to say that it failed")
    assert draft_in(page, "#reply") == DRAFT
    assert panel.suggestions(), "What was seen in the draft must still stand there."


@pytest.mark.parametrize("field", FIELDS)
def test_an_editor_that_throws_in_the_middle_of_it_gets_its_draft_back(
    browser: Person, page: Page, field: str
) -> None:
    panel = panel_for(page, field)
    browser.in_content_script(page, THROW_ONCE)
    panel.press("Apply")
    eventually(lambda: "your draft is as it was" in panel.text(), "the panel to say that it failed")
    assert draft_in(page, field) == DRAFT
    assert "Copy" in panel.ask("return root.querySelector('.told').innerText")


def test_a_field_that_the_page_draws_anew_meanwhile_gets_nothing_beside_its_draft(page: Page) -> None:
    panel = panel_for(page, "#editor")
    page.locator("#editor").evaluate(REPLACE_AT_FOCUS)
    panel.press("Apply")
    eventually(lambda: "your draft is as it was" in panel.text(), "the panel to say that it failed")
    assert draft_in(page, "#editor") == DRAFT


@only_in_chromium
def test_copy_puts_the_suggestion_on_the_clipboard(browser: PersonsBrowser, page: Page) -> None:
    browser.context.grant_permissions(
        ["clipboard-read", "clipboard-write"], origin=page.url.split("/page")[0]
    )
    panel = panel_for(page, "#reply")
    panel.press("Copy")
    eventually(lambda: "Copied." in panel.text(), "the panel to say that it copied")
    assert "[…" in page.evaluate("navigator.clipboard.readText()")
    assert draft_in(page, "#reply") == DRAFT


@pytest.mark.parametrize("field", FIELDS)
def test_tab_stays_inside_the_panel_and_escape_closes_it_and_gives_the_caret_back(
    page: Page, field: str
) -> None:
    panel = panel_for(page, field)
    panel.tab_to("Close")
    panel.tab_to("Dismiss")
    panel.tab_to("Close")
    page.keyboard.press("Escape")
    panel.closes()
    expect(page.locator(field)).to_be_focused()
    page.keyboard.type(" Really.")
    assert draft_in(page, field) == f"{DRAFT} Really."


def test_the_page_hears_nothing_of_a_key_that_closes_the_panel(page: Page) -> None:
    panel = panel_for(page, "#reply")
    for key in ("Escape", "Enter"):
        page.evaluate(HEAR_KEYS)
        panel.tab_to("Apply")
        page.keyboard.press(key)
        panel.closes()
        expect(page.locator("#reply")).to_be_focused()
        page.keyboard.press("End")
        assert page.evaluate("heard") == ["End down", "End up"]
        if key == "Escape":
            Chip(page).open_panel()


def test_dismissed_is_silent_until_the_next_draft(page: Page) -> None:
    panel = panel_for(page, "#reply")
    panel.press("Dismiss")
    panel.closes()
    chip = Chip(page)
    chip.goes()
    page.locator("#reply").press("End")
    page.keyboard.type("!!")
    page.locator("#editor").click()
    page.keyboard.type(DRAFT)
    chip.turns_to("Nothing new yet")
    page.locator("#reply").fill("")
    page.locator("#reply").click()
    page.keyboard.type("Nice one!")
    chip.turns_to("Nothing new yet")


def test_more_opens_the_signals_page_in_the_viewer(browser: Person, page: Page) -> None:
    panel = panel_for(page, "#reply")
    panel.press(panel.ask("return root.querySelector('.reasons a').getAttribute('aria-label')"))

    shown = re.compile(r"/signals/[a-z-_]+$")
    eventually(lambda: any(map(shown.search, browser.addresses())), "the signal's page")
