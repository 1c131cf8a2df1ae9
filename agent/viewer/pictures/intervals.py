"""Estimates with their uncertainty: a dot and the line in which the truth lies, a row per group."""

from collections.abc import Sequence
from typing import Final

from agent.insights import Group
from agent.viewer.pictures._canvas import SMALL, Canvas
from agent.viewer.pictures._look import Look
from agent.viewer.pictures._scale import Scale

_NAMES: Final = 236
_FIGURES: Final = 92
_FOOT: Final = 44


def intervals(
    groups: Sequence[Group], look: Look, title: str, description: str, *, middle: float | None, axis: str
) -> str:
    """Draw groups that have a value, from 0 to 1, shown in hundredths.

    `middle` is a value to compare with, marked by a line. `axis` says what the numbers are.
    """
    shown = [group for group in groups if group.value is not None]
    row = 50 if look.narrow else 32
    height = len(shown) * row + _FOOT
    canvas = Canvas(look, height, title, description)
    scale = _scale(shown, look, middle)
    bottom = height - _FOOT
    for tick in scale.ticks(4 if look.narrow else 7):
        canvas.line([(scale(tick), 4), (scale(tick), bottom)], "line")
        canvas.words(scale(tick), bottom + 18, f"{100 * tick:g}", "ink-soft", anchor="middle", size=SMALL)
    if middle is not None:
        canvas.line([(scale(middle), 4), (scale(middle), bottom)], "ink-soft", 1.5, "3 4")
    canvas.words(scale.start, bottom + 36, axis, "ink-soft", size=SMALL, room=look.width - scale.start)
    for place, group in enumerate(shown):
        _row(canvas, scale, group, place * row + row / 2)
    return canvas.svg()


def _scale(groups: Sequence[Group], look: Look, middle: float | None) -> Scale:
    values = [value for group in groups for value in (group.low, group.high) if value is not None]
    values += [] if middle is None else [middle - 0.05, middle + 0.05]
    low, high = max(0.0, min(values, default=0)), min(1.0, max(values, default=1))
    pad = (high - low) * 0.04
    left, right = (10, look.width - 10) if look.narrow else (_NAMES, look.width - _FIGURES)
    return Scale(max(0.0, low - pad), min(1.0, high + pad), left, right)


def _row(canvas: Canvas, scale: Scale, group: Group, y: float) -> None:
    value, low, high = (each or 0.0 for each in (group.value, group.low, group.high))
    colour = "accent" if group.differs else "ink-soft"
    figures = f"{100 * value:.0f} ({100 * low:.0f} to {100 * high:.0f})"
    bold = "650" if group.differs else ""
    if canvas.look.narrow:
        canvas.words(0, y - 8, group.name, room=canvas.look.width - _FIGURES, bold=bold)
        canvas.words(canvas.look.width, y - 8, figures, "ink-soft", anchor="end", size=SMALL)
        y += 9
    else:
        canvas.words(0, y + 5, group.name, room=_NAMES - 16, bold=bold)
        canvas.words(canvas.look.width, y + 5, figures, "ink-soft", anchor="end", size=SMALL)
    canvas.line([(scale(low), y), (scale(high), y)], colour, 3 if group.differs else 2)
    canvas.dot(scale(value), y, colour, colour if group.differs else "surface")
