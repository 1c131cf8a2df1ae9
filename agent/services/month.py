"""A month's report: what was posted in it, where, to whom, and what came back most."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from agent.insights import Facts, Names, came_back
from agent.store import Log, tallies

_SHOWN: Final = 5
_DAY: Final = 24 * 3600


@dataclass(frozen=True)
class Month:
    """A month by its first day. `before` is the month before it; days are those of this machine."""

    first: date
    posts: int
    answering: int
    verdicts: Counter[str]
    before: Counter[str]
    days: tuple[Counter[str], ...]
    communities: list[tuple[str, int]]
    people: list[tuple[str, int]]
    signals: list[tuple[str, int]]
    best: list[tuple[str, str, int]]
    """Id, text, and what came back: likes, answers and shares together, as far as known."""


def month_of(facts: Facts, first: date, log: Log) -> Month:
    """The report of the month that begins with `first`."""
    following = next_month(first)
    here = facts.between(_seconds(first), _seconds(following))
    before = facts.between(_seconds((first - timedelta(days=1)).replace(day=1)), _seconds(first))
    by_day = [Counter[str]() for _ in range((following - first).days)]
    for place, verdict in zip(
        ((here.local - _seconds(first)) // _DAY).tolist(), _verdicts(here), strict=True
    ):
        by_day[place][verdict] += 1
    return Month(
        first=first,
        posts=here.posts,
        answering=int(here.answers.sum()),
        verdicts=Counter(_verdicts(here)),
        before=Counter(_verdicts(before)),
        days=tuple(by_day),
        communities=_most(here.community),
        people=_most(here.author),
        signals=[
            (name, number)
            for name, number in Counter(
                {name: int(seen.sum()) for name, seen in here.signals.items()}
            ).most_common(_SHOWN)
            if number
        ],
        best=_best(here, log),
    )


def next_month(first: date) -> date:
    """The first day of the month after."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1)


def months(facts: Facts) -> list[date]:
    """The first days of all months with a post, newest first."""
    found = np.unique(facts.local.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64))
    return [date(1970 + month // 12, month % 12 + 1, 1) for month in found[::-1].tolist()]


def _seconds(day: date) -> int:
    return (day - date(1970, 1, 1)).days * _DAY


def _verdicts(facts: Facts) -> list[str]:
    names = facts.verdict.names
    return [names[each] if each >= 0 else "unjudged" for each in facts.verdict.of.tolist()]


def _most(column: Names) -> list[tuple[str, int]]:
    named = Counter(column.names[each] for each in column.of.tolist() if each >= 0)
    return named.most_common(_SHOWN)


def _best(facts: Facts, log: Log) -> list[tuple[str, str, int]]:
    counts, known = came_back(facts)
    order = np.argsort(-np.where(known, counts, -1), kind="stable")[:_SHOWN]
    best = {int(facts.number[each]): int(counts[each]) for each in order.tolist() if counts[each] > 0}
    with log.reading() as db:
        told = tallies.texts(db, best)
    return [(*told[number], count) for number, count in best.items() if number in told]
