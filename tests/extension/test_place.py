"""The chip and the panel stay with the composer, whatever the page does, and look as the page does."""

from collections.abc import Iterator

import pytest

from tests.extension.either import Page, Person, only_in_chromium
from tests.extension.reach import Chip, Panel, eventually

BOX = "field => field.getBoundingClientRect().toJSON()"
INTO_A_DIALOG = """() => {
  const dialog = document.createElement("dialog");
  dialog.append(document.querySelector("#plain"));
  document.body.append(dialog);
  dialog.showModal();
}"""
INTO_A_POPOVER = """() => {
  const popover = document.createElement("div");
  popover.popover = "auto";
  popover.append(document.querySelector("#plain"));
  document.body.append(popover);
  popover.showPopover();
}"""
# A dialog that the page built itself: it keeps the focus in, and closes at a press outside of it.
INTO_A_JEALOUS_DIALOG = """() => {
  const dialog = document.createElement("div");
  dialog.setAttribute("role", "dialog");
  dialog.append(document.querySelector("#plain"));
  document.body.append(dialog);
  const outside = ({target}) => !dialog.contains(target);
  document.addEventListener("focusin", (event) => {
    if (outside(event)) dialog.querySelector("textarea").focus();
  }, true);
  document.addEventListener("pointerdown", (event) => { if (outside(event)) dialog.remove(); }, true);
}"""
# A page may do so at a key of the person's.
INTO_FULL_SCREEN = """field => field.addEventListener("keydown",
  () => document.querySelector("#plain").requestFullscreen(), {once: true})"""
FORBID_STYLES = """() => {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'";
  document.head.append(policy);
}"""
# As a list does that keeps few nodes and shows ever new posts in them.
TAKE_AWAY = "() => { window.kept = document.querySelector('#plain'); kept.remove(); }"
BRING_BACK = """() => {
  document.querySelector("#answers").after(kept);
  kept.querySelector("textarea").value = "";
}"""


def field_box(page: Page, css: str = "#reply") -> dict[str, float]:
    return dict(page.locator(css).evaluate(BOX))


def sits_on_the_lower_edge(page: Page, chip: Chip) -> bool:
    field, box = field_box(page), chip.box()
    middle = (box["top"] + box["bottom"]) / 2
    return abs(middle - field["bottom"]) <= 1 and abs(field["right"] - box["right"] - 10) <= 1


@pytest.mark.parametrize(
    "change",
    [
        "() => { document.body.style.paddingBottom = '3000px'; scrollBy(0, 120); }",
        "() => { document.querySelector('#reply').style.height = '180px'; }",
        "() => { document.querySelector('h1').style.height = '160px'; }",
        "() => { document.querySelector('main').style.width = '420px'; }",
    ],
    ids=["scrolled", "taller", "pushed down", "narrower"],
)
def test_the_chip_follows_the_field(page: Page, chip: Chip, change: str) -> None:
    before = field_box(page)
    page.evaluate(change)
    assert field_box(page) != before
    eventually(lambda: sits_on_the_lower_edge(page, chip), "the chip to follow")


def test_the_chip_goes_where_the_field_is_out_of_sight_and_comes_back(page: Page, chip: Chip) -> None:
    page.evaluate("() => { document.body.style.paddingBottom = '5000px'; scrollTo(0, 4000); }")
    chip.goes()
    page.evaluate("scrollTo(0, 0)")
    eventually(lambda: chip.is_shown() and sits_on_the_lower_edge(page, chip), "the chip to come back")


def test_a_composer_in_a_modal_dialog_has_its_chip_and_its_panel(page: Page) -> None:
    page.evaluate(INTO_A_DIALOG)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    panel = chip.open_panel()
    page.keyboard.press("Escape")
    panel.closes()
    assert page.evaluate("document.querySelector('dialog').open"), "Esc closed the page's own dialog."


@pytest.mark.parametrize("around", [INTO_A_POPOVER, INTO_A_JEALOUS_DIALOG], ids=["popover", "dialog"])
def test_what_holds_the_composer_stays_open_and_lets_the_keyboard_into_the_panel(
    page: Page, around: str
) -> None:
    page.evaluate(around)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    panel = chip.open_panel()
    panel.tab_to("Apply")
    assert page.locator("#reply").is_visible()


def test_the_chip_is_seen_on_a_full_screen(page: Page, chip: Chip) -> None:
    page.locator("#reply").evaluate(INTO_FULL_SCREEN)
    page.keyboard.type("!")
    page.wait_for_function("document.fullscreenElement")
    chip.open_panel()


@pytest.mark.parametrize(
    "away",
    ["document.querySelector('#plain').remove()", "document.querySelector('#plain').hidden = true"],
    ids=["removed", "hidden"],
)
def test_the_panel_goes_with_its_field(page: Page, chip: Chip, away: str) -> None:
    panel = chip.open_panel()
    page.evaluate(away)
    panel.closes()


def test_a_dialog_that_closes_takes_the_panel_with_it_and_the_next_escape_is_the_pages(page: Page) -> None:
    page.evaluate(INTO_A_DIALOG)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    panel = chip.open_panel()
    page.evaluate("document.querySelector('dialog').close()")
    panel.closes()
    page.evaluate("() => { addEventListener('keydown', ({key}) => { window.heard = key; }); }")
    page.keyboard.press("Escape")
    assert page.evaluate("window.heard") == "Escape"


def test_a_page_that_forbids_styles_does_not_forbid_ours(page: Page) -> None:
    page.evaluate(FORBID_STYLES)
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    for part in (chip, chip.open_panel()):
        assert part.ask(f"return getComputedStyle(root.querySelector('.{part.drawn}')).position") == "fixed"


def test_on_a_page_that_sets_its_own_zoom_the_chip_sits_on_the_field(page: Page) -> None:
    page.evaluate("() => { document.documentElement.style.zoom = '1.5'; }")
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    field, box = field_box(page), chip.box()
    assert abs((box["top"] + box["bottom"]) / 2 - field["bottom"]) <= 1.5
    assert field["right"] - 12 <= box["right"] <= field["right"]
    panel = chip.open_panel()
    eventually(lambda: within_the_window(page, panel), "the panel to fit")


def test_a_field_that_a_list_takes_away_and_uses_again_is_read_anew(page: Page, chip: Chip) -> None:
    page.evaluate(TAKE_AWAY)
    chip.goes()
    page.evaluate(BRING_BACK)
    page.locator("#reply").click()
    page.keyboard.type("We moved our club in 2019 and 12 of 80 never came along. How did you reach yours?")
    chip.turns_to("Adds something")
    assert sits_on_the_lower_edge(page, chip)


def test_a_draft_that_the_page_changed_by_itself_is_read_when_the_person_comes_back(
    page: Page, chip: Chip
) -> None:
    text = "We moved our club in 2019 and 12 of 80 never came along. How did you reach yours?"
    page.locator("#editor").click()
    page.locator("#reply").evaluate("(field, text) => { field.value = text; }", text)
    page.locator("#reply").click()
    chip.turns_to("Adds something")


def test_from_right_to_left_the_chip_sits_at_the_end_of_the_line(page: Page) -> None:
    page.evaluate("() => { document.dir = 'rtl'; }")
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    assert abs(chip.box()["left"] - field_box(page)["left"] - 10) <= 1
    panel = chip.open_panel()
    assert within_the_window(page, panel)


@pytest.fixture
def zoomed(browser: Person, page: Page) -> Iterator[None]:
    """Sets the page's zoom to 200 %, and back to what it was afterwards."""

    def zoom(factor: float) -> None:
        browser.inside("([tab, factor]) => chrome.tabs.setZoom(tab, factor)", [browser.tab_of(page), factor])

    wide = page.evaluate("innerWidth")
    zoom(2)
    eventually(lambda: abs(page.evaluate("innerWidth") - wide / 2) <= 1, "the page to be twice as large")
    yield
    zoom(0)


@pytest.mark.usefixtures("zoomed")
def test_at_twice_the_size_the_panel_stays_in_the_window_and_beside_the_draft(page: Page) -> None:
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    eventually(lambda: within_the_window(page, chip), "the chip to be seen")
    panel = chip.open_panel()
    eventually(lambda: within_the_window(page, panel), "the panel to fit")
    panel.tab_to("Apply")


def within_the_window(page: Page, part: Chip | Panel) -> bool:
    box = part.box()
    width, height = page.evaluate("[document.documentElement.clientWidth, innerHeight]")
    return box["left"] >= 0 and box["top"] >= 0 and box["right"] <= width and box["bottom"] <= height


@pytest.mark.parametrize(("color", "dark"), [("rgb(20, 22, 26)", True), ("rgb(250, 248, 240)", False)])
def test_the_chip_is_dark_where_the_page_is(page: Page, color: str, dark: bool) -> None:
    page.evaluate(
        """color => {
             document.body.style.backgroundColor = color;
             document.querySelector("#reply").style.backgroundColor = "transparent";
           }""",
        color,
    )
    page.locator("#reply").click()
    page.keyboard.type("Great post!")
    chip = Chip(page)
    chip.turns_to("Nothing new yet")
    assert chip.ask("return root.querySelector('.chip').classList.contains('on-dark')") is dark


@only_in_chromium
@pytest.mark.parametrize(("motion", "moves"), [("no-preference", "rise"), ("reduce", "none")])
def test_nothing_moves_where_the_person_wants_no_motion(
    page: Page, chip: Chip, motion: str, moves: str
) -> None:
    page.emulate_media(reduced_motion=motion)
    panel = chip.open_panel()
    assert panel.ask("return getComputedStyle(root.querySelector('.panel')).animationName") == moves
