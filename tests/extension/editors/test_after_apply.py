"""After a suggestion was applied and undone again, no key takes the draft that came back."""

from collections.abc import Callable

import pytest

from tests.extension.editors.desk import Desk
from tests.extension.either import Page, Person
from tests.extension.reach import eventually

DRAFT = "Great post!"
TEXT = "Which year was that?"
# One that follows the browser's own editing, and one with a model and a history of its own.
RICH = ["contenteditable", "lexical"]
HISTORY_PAUSE_MS = 400
"""Within less, an editor's history makes one step of typing and applying."""
MOST_STEPS = 12


@pytest.fixture
def desk(browser: Person, at_editor: Callable[[str], Page], editor: str) -> Desk:
    """A draft in an editor that a suggestion has just replaced."""
    desk = Desk(browser, at_editor(editor), "light")
    desk.click()
    desk.type_lines(DRAFT)
    desk.pass_time(HISTORY_PAUSE_MS)
    assert desk.extension("apply", TEXT)
    return desk


@pytest.mark.parametrize("editor", RICH)
def test_a_key_right_after_undo_joins_the_draft(desk: Desk) -> None:
    desk.page.keyboard.press("Control+z")
    desk.page.keyboard.type(" Ok")
    assert desk.becomes(f"{DRAFT} Ok"), desk.model()


@pytest.mark.parametrize("editor", RICH)
def test_who_writes_on_and_undoes_it_all_keeps_the_draft_at_the_next_key(desk: Desk) -> None:
    desk.type(" I was there.")
    desk.pass_time(HISTORY_PAUSE_MS)
    for _ in range(MOST_STEPS):
        desk.page.keyboard.press("Control+z")
        desk.pass_time(100)
        if desk.model() == DRAFT:
            break
    eventually(lambda: not desk.extension("selected"), "the caret", patience=10)
    desk.type(" Ok")
    assert desk.becomes(f"{DRAFT} Ok"), desk.model()
