"""What came back for one post, as it grew: a panel per count, each with its own scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from agent.viewer.pictures._canvas import SMALL, Canvas
from agent.viewer.pictures._look import Look
from agent.viewer.pictures._scale import Scale

_PANEL: Final = 118
_LEFT: Final = 52


@dataclass(frozen=True)
class Line:
    """A count by its name, as it was seen at moments."""

    name: str
    seen: Sequence[tuple[datetime, int]]


def snapshots(lines: Sequence[Line], look: Look, title: str, description: str) -> str:
    """Draw the counts, from the first moment to the last of all of them."""
    moments = [moment.timestamp() for line in lines for moment, _ in line.seen]
    canvas = Canvas(look, len(lines) * _PANEL + 24, title, description)
    across = Scale(min(moments, default=0), max(moments, default=1), _LEFT, look.width - 12)
    for place, line in enumerate(lines):
        _panel(canvas, line, across, place * _PANEL)
    if moments:
        first, last = (
            min(moment for line in lines for moment, _ in line.seen),
            max(moment for line in lines for moment, _ in line.seen),
        )
        bottom = canvas.height - 6
        canvas.words(_LEFT, bottom, _day(first), "ink-soft", size=SMALL)
        if _day(first) != _day(last):
            canvas.words(look.width - 6, bottom, _day(last), "ink-soft", anchor="end", size=SMALL)
    return canvas.svg()


def _panel(canvas: Canvas, line: Line, across: Scale, top: float) -> None:
    most = max(count for _, count in line.seen)
    up = Scale(0, max(1, most), top + _PANEL - 14, top + 34)
    canvas.words(_LEFT, top + 18, line.name, bold="650")
    for tick in {0, max(1, most)}:
        canvas.line([(_LEFT, up(tick)), (canvas.look.width, up(tick))], "line")
        canvas.words(_LEFT - 8, up(tick) + 4, f"{tick:,}", "ink-soft", anchor="end", size=SMALL)
    points = [(across(moment.timestamp()), up(count)) for moment, count in line.seen]
    canvas.line(points, "accent", 2)
    for x, y in points:
        canvas.dot(x, y, "accent", "surface")


def _day(moment: datetime) -> str:
    local = moment.astimezone()
    return f"{local.day} {local:%b %Y}"
