"""A week or a month: a column per day, its posts stacked by verdict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from agent.viewer.pictures._canvas import SMALL, Canvas
from agent.viewer.pictures._look import Look
from agent.viewer.pictures._scale import Scale

_HEIGHT: Final = 190
_HALF_A_NAME: Final = 9
"""Pixels of half a day's number: the first and the last stay inside the picture."""
_FILLS: Final = {"contributes": "solid", "me_too": "striped", "promotion": "crossed", "unjudged": "open"}


@dataclass(frozen=True)
class Day:
    """A day by its name (empty where it is not to be named), with its posts by verdict."""

    name: str
    posts: Mapping[str, int]


def days_by_verdict(
    days: Sequence[Day], titles: Mapping[str, str], look: Look, title: str, description: str
) -> str:
    """Draw the days. `titles` are those of the verdicts, in the order in which they are stacked."""
    legend = 52 if look.narrow else 30
    canvas = Canvas(look, _HEIGHT + legend, title, description)
    most = max((sum(day.posts.values()) for day in days), default=0)
    up = Scale(0, max(4, most), _HEIGHT - 26, 16)
    step = look.width / max(1, len(days))
    for place, day in enumerate(days):
        middle, base = (place + 0.5) * step, 0
        for verdict in titles:
            posts = day.posts.get(verdict, 0)
            if posts:
                top = up(base + posts)
                canvas.bar(
                    middle - step * 0.3,
                    top,
                    step * 0.6,
                    up(base) - top - 1,
                    _colour(verdict),
                    _FILLS[verdict],
                )
                base += posts
        if base and step > 30:
            canvas.words(middle, up(base) - 5, str(base), "ink-soft", anchor="middle", size=SMALL)
        named = min(max(middle, _HALF_A_NAME), look.width - _HALF_A_NAME)
        canvas.words(named, _HEIGHT - 8, day.name, "ink-soft", anchor="middle", size=SMALL)
    canvas.line([(0, up(0)), (look.width, up(0))], "line-strong")
    for place, (verdict, words) in enumerate(titles.items()):
        column, row = (place % 2, place // 2) if look.narrow else (place, 0)
        x, y = column * (150 if look.narrow else 140), _HEIGHT + 8 + row * 24
        canvas.bar(x + 1, y, 14, 14, _colour(verdict), _FILLS[verdict])
        canvas.words(x + 22, y + 12, words, "ink-soft", size=SMALL)
    return canvas.svg()


def _colour(verdict: str) -> str:
    return verdict.replace("_", "-")
