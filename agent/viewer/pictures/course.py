"""A share over time: a line, with the band in which the truth lies."""

from collections.abc import Iterator, Sequence
from typing import Final

from agent.insights import Group
from agent.viewer.pictures._canvas import SMALL, Canvas
from agent.viewer.pictures._look import Look
from agent.viewer.pictures._scale import Scale

_LEFT: Final = 48
_RIGHT: Final = 12
_HEIGHT: Final = 240
_FOOT: Final = 28


def course(groups: Sequence[Group], look: Look, title: str, description: str) -> str:
    """Draw the groups' values (0 to 1), one after the other; where one has none, the line has a gap."""
    canvas = Canvas(look, _HEIGHT, title, description)
    across = Scale(0, max(1, len(groups) - 1), _LEFT + 6, look.width - _RIGHT)
    up = Scale(0, 1, _HEIGHT - _FOOT, 10)
    for tick in up.ticks(5):
        canvas.line([(_LEFT, up(tick)), (look.width, up(tick))], "line")
        canvas.words(_LEFT - 8, up(tick) + 4, f"{100 * tick:.0f} %", "ink-soft", anchor="end", size=SMALL)
    for run in _runs(groups):
        upper = [(across(place), up(group.high or 0)) for place, group in run]
        lower = [(across(place), up(group.low or 0)) for place, group in reversed(run)]
        canvas.area([*upper, *lower], "accent-wash")
        canvas.line([(across(place), up(group.value or 0)) for place, group in run], "accent", 2)
        if len(groups) <= 30 and not look.narrow:
            for place, group in run:
                canvas.dot(across(place), up(group.value or 0), "accent", "surface")
    _dates(canvas, groups, across)
    return canvas.svg()


def _runs(groups: Sequence[Group]) -> Iterator[list[tuple[int, Group]]]:
    """Stretches of groups that have a value."""
    run: list[tuple[int, Group]] = []
    for place, group in enumerate(groups):
        if group.value is None:
            if run:
                yield run
            run = []
        else:
            run.append((place, group))
    if run:
        yield run


def _dates(canvas: Canvas, groups: Sequence[Group], across: Scale) -> None:
    if not groups:
        return
    most = 2 if canvas.look.narrow else 4
    marked = sorted({round(place * (len(groups) - 1) / max(1, most - 1)) for place in range(most)})
    for place in marked:
        anchor = "start" if place == 0 else "end" if place == len(groups) - 1 else "middle"
        x = _LEFT if place == 0 else canvas.look.width if anchor == "end" else across(place)
        canvas.words(x, _HEIGHT - 8, groups[place].name, "ink-soft", anchor=anchor, size=SMALL)
