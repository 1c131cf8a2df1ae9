"""How many of each: a bar per group."""

from collections.abc import Sequence
from typing import Final

from agent.insights import Group
from agent.viewer.pictures._canvas import SMALL, Canvas
from agent.viewer.pictures._look import Look
from agent.viewer.pictures._scale import Scale

_NAMES: Final = 230
_FIGURES: Final = 70
_STATES: Final = {"Active": "solid", "Quiet": "striped", "Left behind": "open"}


def bars(groups: Sequence[Group], look: Look, title: str, description: str) -> str:
    """Draw groups by their value, from 0. Those that say a state first in `also` are filled by it."""
    row = 46 if look.narrow else 30
    states = [group.also[0] for group in groups if group.also and group.also[0] in _STATES]
    legend = 30 if states else 0
    canvas = Canvas(look, len(groups) * row + legend + 4, title, description)
    left = 0 if look.narrow else _NAMES
    most = max((group.value or 0 for group in groups), default=1)
    scale = Scale(0, most or 1, left, look.width - _FIGURES)
    if states:
        _legend(canvas, left)
    for place, group in enumerate(groups):
        top = legend + place * row
        fill = _STATES.get(group.also[0], "solid") if group.also else "solid"
        if look.narrow:
            canvas.words(0, top + 16, group.name, room=look.width)
            top += 18
        else:
            canvas.words(0, top + 20, group.name, room=_NAMES - 16)
        end = max(scale(group.value or 0), left + 2)
        canvas.bar(left, top + 6, end - left, 18, "accent", fill)
        canvas.words(end + 8, top + 20, f"{group.value or 0:,.0f}", "ink-soft", size=SMALL)
    return canvas.svg()


def _legend(canvas: Canvas, left: float) -> None:
    x = left
    for state, fill in _STATES.items():
        canvas.bar(x, 2, 14, 14, "accent", fill)
        canvas.words(x + 20, 14, state, "ink-soft", size=SMALL)
        x += 44 + 7 * len(state)
