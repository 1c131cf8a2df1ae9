"""Every task without a mouse, with the place of the keyboard always to be seen."""

from playwright.sync_api import Page, expect

from tests.agent.viewer.in_browser.conftest import OpenViewer
from tests.agent_process import RunningAgent

MOST_STEPS = 120


FOCUS = """() => {
    const it = document.activeElement;
    const places = [it, it.parentElement, it.parentElement?.parentElement].filter(Boolean);
    return {
        name: it.ariaLabel || it.labels?.[0]?.textContent || it.textContent || "",
        seen: places.some((place) => {
            const style = getComputedStyle(place);
            return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        }),
    };
}"""

TWO_FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def press_tab(page: Page) -> str:
    """Go one stop further, where the focus must be seen; returns its given name, its label, or its text."""
    page.keyboard.press("Tab")
    focus = page.evaluate(FOCUS)
    name = " ".join(focus["name"].split())
    assert focus["seen"], f"the focus on {name[:200]!r} can't be seen"
    return name


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the control with these words has the focus."""
    page.wait_for_load_state()  # before its styles are there, no focus can be seen
    page.evaluate(TWO_FRAMES)  # before it is drawn, the browser gives it no key
    for _ in range(MOST_STEPS):
        if words in press_tab(page):
            return
    raise AssertionError(f"{MOST_STEPS} times Tab did not lead to {words!r}")


def go_to(page: Page, title: str) -> None:
    """Open a page from the menu."""
    tab_to(page, title)
    page.keyboard.press("Enter")
    expect(page).to_have_title(f"{title} · Pitch In")


def test_the_first_stop_skips_the_menu(agent: RunningAgent, open_viewer: OpenViewer) -> None:
    page = open_viewer()
    page.goto(f"{agent.address}/history")
    assert press_tab(page) == "Skip to the page"
    expect(page.get_by_role("link", name="Skip to the page")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_draft_from_typing_to_a_filled_suggestion(open_viewer: OpenViewer) -> None:
    page = open_viewer()
    go_to(page, "Try a draft")
    tab_to(page, "Your draft")
    page.keyboard.type("Great post!")
    tab_to(page, "Their words")
    page.keyboard.type("We moved our builds to two small machines under the desk.")
    tab_to(page, "Review this draft")
    page.keyboard.press("Enter")
    expect(page.locator("#review")).to_be_focused()
    tab_to(page, "Use this")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your draft")).to_be_focused()
    page.keyboard.type("the cache, which we keep on its own disk")
    assert "on its own disk" in page.get_by_label("Your draft").input_value()


def test_finding_a_post_and_deleting_it(agent: RunningAgent, open_viewer: OpenViewer, post_id: str) -> None:
    page = open_viewer()
    go_to(page, "History")
    tab_to(page, "Words in it")
    page.keyboard.type(post_id)
    page.keyboard.press("Enter")
    expect(page.locator(".posts > li")).to_have_count(1)
    tab_to(page, post_id)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{agent.address}/history/{post_id}")
    tab_to(page, "Delete this post")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Delete this post?")).to_be_visible()
    tab_to(page, "Delete it for good")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("deleted for good")


def test_changing_a_setting_and_signing_out(open_viewer: OpenViewer) -> None:
    page = open_viewer()
    go_to(page, "Settings")
    tab_to(page, "Suggestions shown")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Bare thanks")
    page.keyboard.press("Space")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    expect(page.get_by_label("Suggestions shown")).to_have_value("2")
    expect(page.get_by_label("Bare thanks")).to_be_checked()
    tab_to(page, "Sign out")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()


def test_reading_about_a_signal_without_losing_the_draft(open_viewer: OpenViewer) -> None:
    page = open_viewer("/draft")
    tab_to(page, "Try this example")
    page.keyboard.press("Enter")
    expect(page.locator("#review")).to_be_focused()
    tab_to(page, "When this is seen, and when it is wrong")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    expect(opened.value.get_by_role("heading", name="When it is wrong")).to_be_visible()
    expect(page.get_by_label("Your draft")).to_have_value("Great post!")


def test_pairing_a_browser(agent: RunningAgent, open_viewer: OpenViewer) -> None:
    page = open_viewer()
    go_to(page, "Browsers")
    asked = {"browser": "Firefox 145 on Linux", "extension_version": "0.1.0"}
    origin = "moz-extension://6b1f3c52-8f1e-4c0a-9f5d-1a2b3c4d5e6f"
    pairing = agent.call("POST", "/v1/pairings", asked, origin=origin).json()
    expect(page.get_by_text(pairing["code"])).to_be_visible()
    tab_to(page, "The code matches: pair")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Confirmed")
