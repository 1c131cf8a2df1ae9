"""Compares what came back for groups of posts with the person's other posts of the same site and time."""

from collections.abc import Mapping
from dataclasses import replace
from weakref import WeakKeyDictionary

import numpy as np

from agent.insights._facts import UNKNOWN, Facts
from agent.insights._finding import ENOUGH, Finding, Group, too_few
from agent.insights._statistics import Mask, Ranked, Whole, surely

_SETTLED = 3 * 24 * 3600
"""Seconds after which a post has got most of what it will get."""
_BLOCK = 200
"""Posts of a site that count as "of the same time": enough to rank among, few enough not to mix years."""

_GOES_TOGETHER = "That goes together; it need not be the cause."


def compare(
    facts: Facts,
    groups: Mapping[str, Mask],
    risk: float,
    words: Mapping[str, str],
    keys: Mapping[str, str] | None = None,
) -> Finding:
    """The groups' standings. `words` says each group as in "Posts of a Monday"; `keys` name it in the log."""
    counted, ranked = _ranked(facts)
    total = int(counted.sum())
    found, chances = [], []
    keys = keys or {}
    for name, members in groups.items():
        inside = members[counted]
        posts = int(inside.sum())
        standing = ranked.standing(inside) if ENOUGH <= posts <= total - ENOUGH else None
        if standing is None:
            found.append(Group(name, posts, key=keys.get(name, "")))
        else:
            chances.append(standing.chance)
            found.append(
                Group(name, posts, standing.value, standing.low, standing.high, key=keys.get(name, ""))
            )
    if not chances:
        return too_few(
            total, "posts of two kinds whose counts are known", "standing", "intervals", tuple(found)
        )
    held = iter(surely(chances, risk))
    marked = [group if group.value is None else replace(group, differs=next(held)) for group in found]
    claims = any(group.differs for group in marked)
    return Finding(_sentence(marked, words), "standing", "intervals", tuple(marked), claims=claims)


def came_back(facts: Facts) -> tuple[Whole, Mask]:
    """Likes, answers and shares together, as far as known, and for which posts any of them is known."""
    counts = np.stack([facts.likes, facts.replies, facts.shares])
    return np.where(counts == UNKNOWN, 0, counts).sum(axis=0), (counts != UNKNOWN).any(axis=0)


_RANKED: WeakKeyDictionary[Facts, tuple[Mask, Ranked]] = WeakKeyDictionary()


def _ranked(facts: Facts) -> tuple[Mask, Ranked]:
    """Which posts count, and their ranks: worked out once for all insights that look at the same facts."""
    found = _RANKED.get(facts)
    if found is None:
        counts, counted = came_back(facts)
        counted &= facts.posted < facts.now - _SETTLED
        found = counted, Ranked(counts[counted], _strata(facts)[counted])
        _RANKED[facts] = found
    return found


def _strata(facts: Facts) -> Whole:
    """Posts of the same site, with the same counts known, in blocks of time."""
    known = sum(
        (column != UNKNOWN).astype(np.int64) << place
        for place, column in enumerate((facts.likes, facts.replies, facts.shares))
    )
    alike = (facts.site.of + 1) * 8 + known
    strata = np.zeros(facts.posts, dtype=np.int64)
    first = 0
    for each in np.unique(alike):
        places = np.flatnonzero(alike == each)
        blocks = max(1, len(places) // _BLOCK)
        strata[places] = first + np.arange(len(places)) * blocks // len(places)
        first += blocks
    return strata


def _sentence(groups: list[Group], words: Mapping[str, str]) -> str:
    differing = [group for group in groups if group.differs and group.value is not None]
    if not differing:
        beside = any((group.low or 0) > 0.5 or (group.high or 1) < 0.5 for group in groups)
        expected = " Among so many comparisons, a line or two beside the middle is to be expected."
        return f"Nothing here differs by more than chance would make it.{expected if beside else ''}"
    strongest = max(differing, key=lambda group: abs((group.value or 0.5) - 0.5))
    better = (strongest.value or 0) > 0.5
    in_100 = round(100 * (strongest.value or 0))
    said = (
        f"{words[strongest.name]} got {'more' if better else 'less'} back than your other posts of the same "
        f"site and time: put side by side, they came out ahead in {in_100} of 100 pairs."
    )
    others = len(differing) - 1
    more = f" {others} more {'differs' if others == 1 else 'differ'} too." if others else ""
    return f"{said}{more} {_GOES_TOGETHER}"
