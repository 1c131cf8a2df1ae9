"""In every editor a draft is read as it stands, replaced, brought back, and never lost."""

from collections.abc import Callable
from dataclasses import asdict

import pytest

from tests.extension.editors.desk import PLACES, Desk
from tests.extension.editors.editor_pages import EDITORS
from tests.extension.editors.matrix import BROWSERS, JOBS, TITLES, Row
from tests.extension.editors.write_table import kept_table
from tests.extension.either import Page, Person

DRAFT = "Great post!\n\nAnd more."
TEXT = "Thanks for “1984” 🙂.\n\nWe tried it in 2021.\nIt took 3 weeks."
# Where the editor itself does not work, with keys alone and without the extension: see the test for it.
BROKEN_IN_SHADOW_ROOTS = {"draft-js", "gutenberg", "quill"}
# Milliseconds within which an editor's own history makes one step of all changes.
HISTORY_PAUSE = {"quill": 1100, "prosemirror": 600, "ckeditor5": 300, "lexical": 350, "lexical-plain": 350}
PLAIN = ("input", "react-textarea", "textarea")
RICH = [editor for editor in EDITORS if editor not in PLAIN]
# Where undo selects nothing, and the editor itself puts the caret in front of the draft. Of Gutenberg's
# history, which belongs to WordPress, the page has a stand-in.
OWN_CARET_AFTER_UNDO = {"gutenberg"}
# After undo the extension does the same in all editors and in all places: for each editor one is enough.
UNDONE_IN = {
    **dict.fromkeys([editor for editor in RICH if editor not in OWN_CARET_AFTER_UNDO], "light"),
    **dict.fromkeys(("codemirror", "lexical", "tinymce"), "shadow"),
    **dict.fromkeys(("draft-js", "lexical-plain", "slate"), "frame"),
}
# Trix listens for "z" with Shift, which gives "Z".
WITHOUT_REDO_KEY = {"trix"}


def fitted(editor: str, text: str) -> str:
    """The text as the field can hold it: an input has one line."""
    return " ".join(text.split()) if editor == "input" else text


def places(editor: str) -> list[str]:
    return [
        place
        for place in PLACES
        if (editor, place) not in {(name, "shadow") for name in BROKEN_IN_SHADOW_ROOTS}
    ]


@pytest.mark.parametrize("editor", EDITORS)
def test_a_draft_is_read_replaced_brought_back_and_never_lost(
    browser: Person,
    at_editor: Callable[[str], Page],
    editor: str,
    record_property: Callable[[str, object], None],
) -> None:
    page = at_editor(editor)
    row = Row(editor, browser.name)
    for place in places(editor):
        try_all(Desk(browser, page, place), editor, row)
    row.keep()
    record_property("row", asdict(row))
    assert row.told == []
    if editor in BROKEN_IN_SHADOW_ROOTS:
        assert not works_in_a_shadow_root(Desk(browser, page, "shadow")), (
            f"{editor} works in shadow roots now: take it out of BROKEN_IN_SHADOW_ROOTS."
        )
    if place := UNDONE_IN.get(editor):
        type_on_after_undo(Desk(browser, page, place), editor)


def try_all(desk: Desk, editor: str, row: Row) -> None:
    """Do each job once, and note how it went; in the page also our own undo, and an apply that fails."""
    draft, text = fitted(editor, DRAFT), fitted(editor, TEXT)

    def note(job: str, right: bool) -> None:
        row.note(desk.place, job, right, f"the model holds {desk.model()!r}")

    desk.click()
    draft = desk.type_lines(draft)
    note("read", desk.reads(draft))

    desk.pass_time(HISTORY_PAUSE.get(editor, 0))
    note("apply", desk.extension("apply", text) and desk.becomes(text) and desk.reads(text))
    desk.page.keyboard.press("Control+z")
    undone = desk.becomes(draft)
    desk.pass_time(HISTORY_PAUSE.get(editor, 0))
    if desk.place == "light":
        undone = undone and desk.extension("apply", text) and desk.extension("restore", draft)
        undone = undone and desk.becomes(draft)
    note("undo", undone)

    desk.extension("apply", text)
    desk.type(" Ok")
    note("type on", desk.becomes(f"{text} Ok") and desk.reads(f"{text} Ok"))

    if desk.place == "light":
        taken = desk.extension("fail", f"{draft} And no more than that.")
        note("failed apply", not taken and desk.becomes(f"{text} Ok"))


def type_on_after_undo(desk: Desk, editor: str) -> None:
    """What is typed after undo, redo and undo again joins the end of the old text."""
    desk.click()
    desk.clear()
    draft = desk.type_lines("Great post!")
    desk.pass_time(HISTORY_PAUSE.get(editor, 0))
    assert desk.extension("apply", "Which year was that?")
    desk.undo_with_keys(draft)
    if editor not in WITHOUT_REDO_KEY:
        desk.page.keyboard.press("Control+Shift+Z")
        assert desk.becomes("Which year was that?"), desk.model()
        desk.undo_with_keys(draft)
    desk.type(" Ok")
    assert desk.becomes(f"{draft} Ok"), desk.model()


def works_in_a_shadow_root(desk: Desk) -> bool:
    """Whether an editor holds and shows what is typed there."""
    desk.click()
    desk.type("Great post!")
    desk.pass_time(300)
    shown = desk.page.evaluate("editors.shadow.field().innerText")
    return (desk.model(), shown.strip("\n\ufeff")) == ("Great post!", "Great post!")


@pytest.mark.parametrize("editor", PLAIN)
def test_what_is_typed_after_undo_joins_the_old_text_of_a_plain_field(
    browser: Person, at_editor: Callable[[str], Page], editor: str
) -> None:
    page = at_editor(editor)
    for place in PLACES:
        desk = Desk(browser, page, place)
        desk.click()
        desk.type_lines("Great post!")
        page.keyboard.press("ArrowLeft")
        assert desk.extension("apply", "Which year was that?")
        page.keyboard.press("Control+z")
        assert desk.becomes("Great post!")
        page.keyboard.press("Control+Shift+z")
        assert desk.becomes("Which year was that?")
        page.keyboard.press("Control+z")
        assert desk.becomes("Great post!")
        desk.type("er")
        assert desk.becomes("Great poster!"), desk.model()


@pytest.mark.parametrize("editor", ["contenteditable", "lexical"])
def test_what_a_person_selects_after_undo_stays_selected(
    browser: Person, at_editor: Callable[[str], Page], editor: str
) -> None:
    desk = Desk(browser, at_editor(editor), "light")
    desk.click()
    draft = desk.type_lines("Great post!")
    desk.pass_time(HISTORY_PAUSE.get(editor, 0))
    assert desk.extension("apply", "Which year was that?")
    desk.undo_with_keys(draft)
    desk.page.keyboard.press("Control+a")
    desk.pass_time(200)  # in which the caret would be put behind the draft again
    desk.type("No")
    assert desk.becomes("No"), desk.model()


def test_the_readme_shows_every_editor_as_done_right() -> None:
    advice = "extension/README.md: run `python -m tests.extension.editors.write_table`."
    rows = [[cell.strip() for cell in line.strip("| ").split("|")] for line in kept_table().splitlines()[2:]]
    assert {row[0] for row in rows} == {TITLES[editor] for editor in EDITORS}, advice
    for title, *cells in rows:
        done, tried = zip(*(cell.split("/") for cell in cells), strict=True)
        assert (len(cells), done) == (len(JOBS) * len(BROWSERS), tried), f"{title}: {advice}"
