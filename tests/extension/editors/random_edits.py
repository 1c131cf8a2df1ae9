"""Random edits between applying and undoing, in each editor: what stands there is what was written.

Run `python -m tests.extension.editors.random_edits` for 200 edits in each rich editor; the tests play a few.
"""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import cycle, islice

from hypothesis import strategies as st

from tests.extension.editors.desk import Desk

EDITS = int(os.environ.get("PITCH_IN_EDITS", "12"))
TYPED = ("ab", " cd", "\nef", "\n\ngh", " 12")
APPLIED = ("Thanks for “1984”.\n\nIt took 3 weeks.", "Which year was that?", "One\nTwo\nThree")

Edit = tuple[str, str]


def some_of_each(number: int) -> list[Edit]:
    """So many edits, the kinds in turn."""
    typed, applied = cycle(TYPED), cycle(APPLIED)
    turn = ("type", "apply", "type", "undo", "erase", "apply", "undo", "type", "erase")
    told = {"type": typed, "apply": applied}
    return [(kind, next(told[kind]) if kind in told else "") for kind in islice(cycle(turn), number)]


edits = st.permutations(some_of_each(EDITS // 2))
"""Half of them all, in any order: they are played twice, from an empty field each time."""


@dataclass
class Written:
    """What must stand in the field, reckoned without any editor.

    `breaks` is false where the editor itself makes no line of Enter: Gutenberg makes a new block of it.
    """

    breaks: bool = True

    text: str = ""
    before: list[str] = field(default_factory=list)

    def play(self, desk: Desk, edit: Edit) -> None:
        """Do one edit at the desk and in the reckoning. Raises AssertionError where they part."""
        kind, text = edit
        getattr(self, f"_{kind}")(desk, text)
        assert desk.becomes(self.text), f"after {edit}: {desk.model()!r} instead of {self.text!r}"

    def _type(self, desk: Desk, text: str) -> None:
        text = text if self.breaks else text.replace("\n", " ")
        text = text if self.text else text.strip()
        desk.type(text)
        self.text += text
        self.before.clear()

    def _erase(self, desk: Desk, _: str) -> None:
        if self.text[-2:].isalnum() and len(self.text) > 1:
            desk.page.keyboard.press("Backspace")
            self.text = self.text[:-1]
            self.before.clear()

    def _apply(self, desk: Desk, text: str) -> None:
        if self.text and text != self.text:
            assert desk.extension("apply", text), f"{text!r} was not taken"
            self.before.append(self.text)
            self.text = text

    def _undo(self, desk: Desk, _: str) -> None:
        if self.before:
            before = self.before.pop()
            assert desk.extension("restore", before), f"{before!r} did not come back"
            self.text = before
            self.before.clear()


def play_all(desk: Desk, steps: list[Edit], *, breaks: bool) -> None:
    """From an empty field on."""
    desk.click()
    desk.clear()
    written = Written(breaks)
    for edit in steps:
        written.play(desk, edit)
    assert desk.reads(written.text), f"{desk.extension('read')!r} instead of {written.text!r}"


if __name__ == "__main__":
    tests = "tests/extension/editors/test_random_edits.py"
    command = [sys.executable, "-m", "pytest", tests, "--durations=0", "-v"]
    sys.exit(subprocess.run(command, env={**os.environ, "PITCH_IN_EDITS": "200"}, check=False).returncode)
