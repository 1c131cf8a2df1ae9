"""However typing, applying and undoing follow one another, no word is lost and none is doubled."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.extension.editors.desk import Desk
from tests.extension.editors.editor_pages import EDITORS
from tests.extension.editors.random_edits import Edit, edits, play_all
from tests.extension.either import Page, Person

RICH = [editor for editor in EDITORS if editor not in ("input", "textarea", "react-textarea")]


@pytest.mark.parametrize("editor", RICH)
def test_random_edits_lose_and_double_nothing(
    browser: Person, at_editor: Callable[[str], Page], editor: str
) -> None:
    desk = Desk(browser, at_editor(editor), "light")

    # No shrinking: each try takes real keys in a real browser.
    @settings(max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(edits)
    def holds(steps: list[Edit]) -> None:
        play_all(desk, steps, breaks=editor != "gutenberg")

    holds()
