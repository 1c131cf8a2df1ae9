"""What holds for every page in every look: accessible, no sideways scrolling, nothing the policy forbids."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.agent.viewer.in_browser.conftest import OpenViewer
from tests.agent.viewer.pages import signal_names, viewer_pages
from tests.agent_process import RunningAgent

DESKTOP = {"width": 1200, "height": 800}
PHONE = {"width": 360, "height": 740}
PARTS = 4
"""A test of all pages at once takes too long where the machine is busy."""
WIDTHS = (320, 360, 700, 1000)
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde" * 3
ONE_SIGNAL = f"signal {signal_names()[0]}"


def pages_to_look_at(post_id: str) -> dict[str, str]:
    """All pages, and of the signals' pages, which are all alike, one."""
    every = viewer_pages(post_id)
    return {
        name: path for name, path in every.items() if not name.startswith("signal ") or name == ONE_SIGNAL
    }


def assert_accessible(page: Page, name: str) -> None:
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, f"{name}: {found.generate_report()}"


def assert_no_sideways_scrolling(page: Page, name: str) -> None:
    beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert beyond == 0, f"{name} is {beyond} px wider than the window"


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)])
def test_every_page_is_accessible(
    agent: RunningAgent, open_viewer: OpenViewer, post_id: str, scheme: str, size: dict[str, int], part: int
) -> None:
    page = open_viewer(viewport=size, color_scheme=scheme)
    for name, path in list(pages_to_look_at(post_id).items())[part::PARTS]:
        page.goto(agent.address + path)
        assert_accessible(page, name)


def test_every_page_fits_its_window(agent: RunningAgent, open_viewer: OpenViewer, post_id: str) -> None:
    page = open_viewer()
    for name, path in pages_to_look_at(post_id).items():
        page.goto(agent.address + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            assert_no_sideways_scrolling(page, f"{name} at {width} px")


def test_pictures_come_in_the_colours_and_the_width_of_their_page(
    open_viewer: OpenViewer,
) -> None:
    for scheme, size, wanted in (
        ("dark", PHONE, "width=narrow&scheme=dark"),
        ("light", DESKTOP, "width=wide&scheme=light"),
    ):
        page = open_viewer("/insights?period=all", viewport=size, color_scheme=scheme)
        image = page.locator("#verdict img")
        image.scroll_into_view_if_needed()
        expect(image).to_have_js_property("complete", True)
        assert wanted in image.evaluate("image => image.currentSrc")
        assert image.evaluate("image => image.naturalWidth") > 100, "the picture is drawn"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_review_is_accessible_in_each_verdict(open_viewer: OpenViewer, scheme: str) -> None:
    page = open_viewer("/draft", viewport=PHONE, color_scheme=scheme)
    drafts = {
        "Me too": "Great post! Thanks!",
        "Promotion": "Check out my new course, 50% off until Friday! Link in bio",
        "Contributes": "Which scheduler do you use for the nightly jobs?",
        "Not judged": "Merci beaucoup pour cet article, il est vraiment bien écrit.",
    }
    for verdict, draft in drafts.items():
        page.get_by_label("Your draft").fill(draft)
        page.get_by_role("button", name="Review this draft").click()
        expect(page.locator(".judged-verdict")).to_have_text(verdict)
        assert_accessible(page, verdict)
        assert_no_sideways_scrolling(page, verdict)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_appears_only_at_times_is_accessible_too(
    agent: RunningAgent, open_viewer: OpenViewer, scheme: str
) -> None:
    page = open_viewer("/draft", viewport=PHONE, color_scheme=scheme)
    page.get_by_role("button", name="Try this example").click()
    page.locator(".suggestion").first.get_by_role("button", name="Use this").click()
    expect(page.get_by_role("button", name="Put the other words back")).to_be_visible()
    assert_accessible(page, "a used suggestion")

    agent.call(
        "POST",
        "/v1/pairings",
        {"browser": "Firefox 145 on Linux", "extension_version": "0.1.0"},
        origin="moz-extension://6b1f3c52-8f1e-4c0a-9f5d-1a2b3c4d5e6f",
    ).raise_for_status()
    page.goto(f"{agent.address}/browsers")
    expect(page.get_by_role("button", name="Not mine").first).to_be_visible()
    assert_accessible(page, "a browser that waits")
    assert_no_sideways_scrolling(page, "a browser that waits")

    page.goto(f"{agent.address}/settings")
    page.get_by_label("Suggestions shown").fill("9")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".error")).to_be_visible()
    assert_accessible(page, "a setting that does not fit")

    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()
    assert_accessible(page, "signed out")


def test_long_words_wrap(open_viewer: OpenViewer) -> None:
    page = open_viewer("/draft", viewport=PHONE)
    for field in ("Your draft", "Their words", "Who wrote it", "Title of the thread"):
        page.get_by_label(field).fill(LONG_WORD)
    page.get_by_role("button", name="Review this draft").click()
    expect(page.locator(".judged")).to_be_visible()
    assert_no_sideways_scrolling(page, "a review of long words")


def test_the_theme_setting_outweighs_the_system(agent: RunningAgent, open_viewer: OpenViewer) -> None:
    page = open_viewer(color_scheme="light")
    background = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(background)
    page.goto(f"{agent.address}/settings")
    page.get_by_label("Dark", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    dark = page.evaluate(background)
    page.get_by_label("As the system", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "auto")
    assert dark != light
    assert page.evaluate(background) == light


def test_nothing_moves_for_who_asked_for_stillness(open_viewer: OpenViewer) -> None:
    page = open_viewer(reduced_motion="reduce")
    duration = "getComputedStyle(document.querySelector('.button')).transitionDuration"
    assert page.evaluate(duration) == "0s"
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(duration) != "0s", "there is something to be still about"


def test_on_paper_a_post_stands_without_the_menu(
    agent: RunningAgent, open_viewer: OpenViewer, post_id: str
) -> None:
    page = open_viewer(color_scheme="dark")
    page.goto(f"{agent.address}/history/{post_id}")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".words", has_text=post_id).first).to_be_visible()
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_text("Delete this post")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(35, 34, 31)", "dark ink"
