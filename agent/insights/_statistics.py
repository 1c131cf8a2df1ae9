"""What can be said of few and noisy counts, and how surely. Pure: numbers in, numbers out.

Posts are compared by their *standing*, not by their counts: sites differ, and on each a few posts get most of
what comes back. A standing of 60 % says: of 100 pairs of one such post and another post of the same person,
from the same site and time, the first got more in 60 (half of the ties counted in). 50 % is the person's own
median. It is the statistic of Mann and Whitney, stratified as by van Elteren (1960); its interval is that of
Brunner and Munzel (2000) on log odds, with one post at the median added so that a few posts never look sure.
Shares have Jeffreys' interval (a Bayesian one with the prior that is flat in the angle, see Brown, Cai and
DasGupta, 2001). `python -m tests.agent.insights.simulate` measures how often they hold the truth.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np
from numpy.typing import NDArray

LEVEL: Final = 0.95
"""How often an interval should hold the truth."""

_NORMAL = NormalDist()
_GRID: Final = 401
_WIDTH: Final = 9.0
"""Standard deviations on each side that the grid of a share covers."""

Numbers = NDArray[np.float64]
Whole = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Interval:
    """An estimate and the bounds that hold the truth with `LEVEL`."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Standing(Interval):
    """How a group stands among the others; `chance` is how often such a difference comes up where none is."""

    chance: float


class Ranked:
    """What came back for posts, ranked among those of the same stratum, ready to compare any groups."""

    def __init__(self, counts: Whole, strata: Whole) -> None:
        order = np.lexsort((counts, strata))
        in_order = np.stack([strata[order], counts[order]])
        new = np.ones(len(order), dtype=bool)
        new[1:] = (in_order[:, 1:] != in_order[:, :-1]).any(axis=0)
        self._cell = np.empty(len(order), dtype=np.int64)
        self._cell[order] = np.cumsum(new) - 1
        firsts = np.flatnonzero(new)
        self._posts = np.diff(firsts, append=len(order)).astype(np.float64)
        stratum_of_cell = in_order[0, firsts] if len(order) else np.empty(0, dtype=np.int64)
        self._starts = np.flatnonzero(np.diff(stratum_of_cell, prepend=-1))
        self._lengths = np.diff(self._starts, append=len(firsts))

    def standing(self, members: Mask) -> Standing | None:
        """How the members stand among the others of their strata; None where no stratum has both."""
        group = np.bincount(self._cell[members], minlength=len(self._posts)).astype(np.float64)
        rest = self._posts - group
        members_in, others_in = self._sum(group), self._sum(rest)
        both = (members_in > 0) & (others_in > 0)
        if not both.any():
            return None
        weight = np.where(both, members_in * others_in / np.maximum(members_in + others_in, 1), 0)
        weight /= weight.sum()
        above_rest = self._place(rest) / np.repeat(np.maximum(others_in, 1), self._lengths)
        below_group = 1 - self._place(group) / np.repeat(np.maximum(members_in, 1), self._lengths)
        in_stratum = self._sum(group * above_rest) / np.maximum(members_in, 1)
        value = float(weight @ in_stratum)
        kept = np.repeat(both, self._lengths)
        squares = weight[both] ** 2
        against = np.repeat(others_in, self._lengths)[kept], np.repeat(members_in, self._lengths)[kept]
        of_group = _spread(group[kept], above_rest[kept], value, against[0]) * float(
            squares @ (1 / members_in[both])
        )
        of_rest = _spread(rest[kept], below_group[kept], value, against[1]) * float(
            squares @ (1 / others_in[both])
        )
        posts, others = float(members_in[both].sum()), float(others_in[both].sum())
        freedom = _freedom((of_group, posts), (of_rest, others))
        chance = self._chance(value, weight, members_in, others_in)
        return _standing(value, of_group + of_rest, posts, freedom, chance)

    def _chance(self, value: float, weight: Numbers, members: Numbers, others: Numbers) -> float:
        # The variance that shuffling the members would give: exact, ties included.
        totals = members + others
        place = self._place(self._posts) / np.repeat(totals, self._lengths)
        mean = self._sum(self._posts * place) / totals
        square = self._sum(self._posts * place**2) / totals - mean**2
        both = (weight > 0) & (totals > 1)
        shuffled = square[both] * totals[both] / (totals[both] - 1)
        variance = float(weight[both] ** 2 @ (shuffled * (1 / members[both] + 1 / others[both])))
        return 1.0 if variance <= 0 else 2 * (1 - _NORMAL.cdf(abs(value - 0.5) / math.sqrt(variance)))

    def _sum(self, per_cell: Numbers) -> Numbers:
        return np.add.reduceat(per_cell, self._starts)

    def _place(self, posts: Numbers) -> Numbers:
        """How many of `posts` lie below each cell of their stratum, half of those in it counted in."""
        below = np.cumsum(posts) - posts
        return below - np.repeat(below[self._starts], self._lengths) + posts / 2


def share(hits: float, posts: float) -> Interval:
    """The share that `hits` of `posts` point to; needs at least one post.

    Where none or all hit, the interval begins at 0 or ends at 1, as Brown, Cai and DasGupta advise.
    """
    # Jeffreys' posterior in the angle whose squared sine is the share: there its prior is flat.
    angle, width = math.asin(math.sqrt(hits / posts)), _WIDTH / (2 * math.sqrt(posts))
    grid = np.linspace(max(0.0, angle - width), min(math.pi / 2, angle + width), _GRID)
    with np.errstate(divide="ignore"):
        sine, cosine = np.log(np.sin(grid)), np.log(np.maximum(np.cos(grid), 1e-300))
    misses = posts - hits
    logs = (2 * hits * sine if hits else 0) + (2 * misses * cosine if misses else 0)
    density = np.exp(logs - np.max(logs))
    steps = (density[1:] + density[:-1]) / 2
    cumulated = np.concatenate([[0.0], np.cumsum(steps) / steps.sum()])
    low, high = np.interp([(1 - LEVEL) / 2, (1 + LEVEL) / 2], cumulated, grid)
    return Interval(hits / posts, math.sin(low) ** 2 if hits else 0.0, math.sin(high) ** 2 if misses else 1.0)


def median(values: Sequence[float] | Numbers) -> Interval:
    """The median of a continuous quantity: the values between which it lies, as by the Bayesian bootstrap."""
    place = share(len(values) / 2, len(values))
    middle, low, high = np.quantile(np.asarray(values, dtype=np.float64), [0.5, place.low, place.high])
    return Interval(float(middle), float(low), float(high))


def chance_of_change(hits: float, posts: float, hits_before: float, posts_before: float) -> float:
    """How often two shares lie as far apart where nothing has changed (angles as by Anscombe, 1948)."""
    apart = _angle(hits, posts) - _angle(hits_before, posts_before)
    error = math.sqrt(1 / (4 * posts + 2) + 1 / (4 * posts_before + 2))
    return 2 * (1 - _NORMAL.cdf(abs(apart) / error))


def surely(chances: Sequence[float], risk: float) -> list[bool]:
    """Which differences hold when looked at all together: at most at `risk` any of them is false (Holm)."""
    held = [False] * len(chances)
    for rank, place in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        if chances[place] > risk / (len(chances) - rank):
            break
        held[place] = True
    return held


def _angle(hits: float, posts: float) -> float:
    return math.asin(math.sqrt((hits + 3 / 8) / (posts + 3 / 4)))


def _spread(posts: Numbers, places: Numbers, value: float, against: Numbers) -> float:
    # A place among few others is itself uncertain, and that would be counted in both of the spreads: half of
    # it is taken off each. One more post, at the median, is added.
    squares = (places - value) ** 2 - places * (1 - places) / (2 * against)
    return (max(0.0, float(posts @ squares)) + (0.5 - value) ** 2) / max(1.0, float(posts.sum()))


def _freedom(*parts: tuple[float, float]) -> float:
    """Degrees of freedom of a sum of variances, each with its number of posts (Welch and Satterthwaite)."""
    total = sum(variance for variance, _ in parts)
    if total <= 0:
        return 1.0
    return max(1.0, total**2 / sum(variance**2 / max(1.0, posts - 1) for variance, posts in parts))


def _standing(value: float, variance: float, posts: float, freedom: float, chance: float) -> Standing:
    steadied = (value * posts + 0.5) / (posts + 1)
    bound = _student(freedom) * math.sqrt(max(variance, 1 / (16 * posts**2)))
    odds, error = math.log(steadied / (1 - steadied)), bound / (steadied * (1 - steadied))
    low, high = (1 / (1 + math.exp(-side)) for side in (odds - error, odds + error))
    return Standing(value, min(low, value), max(high, value), chance)


def _student(freedom: float) -> float:
    """The quantile of Student's distribution for `LEVEL` (Cornish and Fisher's expansion)."""
    z = _NORMAL.inv_cdf((1 + LEVEL) / 2)
    first, second = (z**3 + z) / 4, (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + first / freedom + second / freedom**2
