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
    """Draw groups by their value from 0 to 1, shown in hundredths; one without a value has too few posts.

    `middle` is a value to compare with, marked by a line. `axis` says what the numbers are.
    """
    row = 50 if look.narrow else 32
    height = len(groups) * row + _FOOT
    canvas = Canvas(look, height, title, description)
    scale = _scale(groups, look, middle)
    bottom = height - _FOOT
    for tick in scale.ticks(4 if look.narrow else 7):
        canvas.line([(scale(tick), 4), (scale(tick), bottom)], "line")
        canvas.words(scale(tick), bottom + 18, f"{100 * tick:g}", "ink-soft", anchor="middle", size=SMALL)
    if middle is not None:
        canvas.line([(scale(middle), 4), (scale(middle), bottom)], "ink-soft", 1.5, "3 4")
    canvas.words(scale.start, bottom + 36, axis, "ink-soft", size=SMALL, room=look.width - scale.start)
    for place, group in enumerate(groups):
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
    bold = "650" if group.differs else ""
    width = canvas.look.width
    if canvas.look.narrow:
        canvas.words(0, y - 8, group.name, room=width - _FIGURES, bold=bold, over_lines=True)
        canvas.words(width, y - 8, _figures(group), "ink-soft", anchor="end", size=SMALL, over_lines=True)
        y += 9
    else:
        canvas.words(0, y + 5, group.name, room=_NAMES - 16, bold=bold)
        canvas.words(width, y + 5, _figures(group), "ink-soft", anchor="end", size=SMALL)
    if group.value is not None:
        low, high = group.low or 0.0, group.high or 0.0
        colour = "accent" if group.differs else "ink-soft"
        canvas.line([(scale(low), y), (scale(high), y)], colour, 3 if group.differs else 2)
        canvas.dot(scale(group.value), y, colour, colour if group.differs else "surface")


def _figures(group: Group) -> str:
    if group.value is None:
        return "too few posts"
    return f"{100 * group.value:.0f} ({100 * (group.low or 0):.0f} to {100 * (group.high or 0):.0f})"
