"""What verdicts are worth: counted against a reader's, with 95 % intervals from resampling the posts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import nan

import numpy as np

from nlp.training.posts import VERDICTS

GIVEN = (*VERDICTS, "unjudged")
RESAMPLES = 1_000
BINS = 10
"""Bins of confidence for the calibration error."""

EVEN_FALSE_FLAGS = 0.02
"""Share of contributions that each judge may flag where judges are compared on even terms."""
NOT_SAID = (nan,) * len(VERDICTS)

Figures = dict[str, float]


@dataclass(frozen=True)
class Given:
    """What a judge says of a post."""

    verdict: str
    """One of `GIVEN`."""
    confidence: float = nan
    """The chance that the verdict is right; NaN: not said."""
    chances: Sequence[float] = NOT_SAID
    """Of each of `VERDICTS`, whatever the verdict needs; NaN: not said."""


@dataclass(frozen=True)
class Judged:
    """What a judge says of posts, beside the verdicts of a reader."""

    gold: np.ndarray
    given: np.ndarray
    confidence: np.ndarray
    chances: np.ndarray
    """A row a post."""

    def __getitem__(self, chosen: np.ndarray) -> "Judged":
        return Judged(self.gold[chosen], self.given[chosen], self.confidence[chosen], self.chances[chosen])

    def __len__(self) -> int:
        return len(self.gold)


def judged(gold: Sequence[str], given: Sequence[Given]) -> Judged:
    """From words to numbers: positions in `VERDICTS` and `GIVEN`."""
    return Judged(
        np.array([VERDICTS.index(verdict) for verdict in gold], dtype=int),
        np.array([GIVEN.index(some.verdict) for some in given], dtype=int),
        np.array([some.confidence for some in given], dtype=float),
        np.array([some.chances for some in given], dtype=float),
    )


def confusion(some: Judged) -> np.ndarray:
    """Posts by the reader's verdict (rows, as `VERDICTS`) and the given one (columns, as `GIVEN`)."""
    cells = np.bincount(some.gold * len(GIVEN) + some.given, minlength=len(VERDICTS) * len(GIVEN))
    return cells.reshape(len(VERDICTS), len(GIVEN))


def figures(some: Judged) -> Figures:
    """All measures by name, from 0 to 1; NaN where there is nothing to measure.

    An `unjudged` post counts as missed by accuracy, recall and F1, and as no flag.
    """
    table = confusion(some)
    found: Figures = {"accuracy": _share(np.trace(table), len(some))}
    per_verdict = {verdict: _precision_recall_f1(table, place) for place, verdict in enumerate(VERDICTS)}
    found["macro-F1"] = _macro_f1(table)
    found["false flags"] = _share(table[0, 1:3].sum(), table[0].sum())
    found["flag recall"] = _share(table[1:, 1:3].sum(), table[1:].sum())
    found["unjudged"] = _share(table[:, 3].sum(), len(some))
    found["calibration error"] = calibration_error(some)
    for verdict, values in per_verdict.items():
        names = (f"{verdict} precision", f"{verdict} recall", f"{verdict} F1")
        found |= dict(zip(names, values, strict=True))
    return found | even_terms(some)


def even_terms(some: Judged) -> Figures:
    """What doesn't depend on how sure each judge wants to be before it flags; NaN where no chances are said.

    Macro-F1 of the likeliest verdicts; then that and the recall of flags where a flag needs the lowest chance
    with which at most `EVEN_FALSE_FLAGS` of the contributions among these posts are flagged.
    """
    names = ("macro-F1, likeliest", "macro-F1, even", "flag recall, even")
    if not len(some) or np.isnan(some.chances).any():
        return dict.fromkeys(names, nan)
    flagged, likelier = 1 - some.chances[:, 0], 1 + some.chances[:, 1:].argmax(axis=1)
    harmless = np.sort(flagged[some.gold == 0])[::-1]
    enough = harmless[int(EVEN_FALSE_FLAGS * len(harmless))] if len(harmless) else -1.0
    likeliest = confusion(replace(some, given=some.chances.argmax(axis=1)))
    even = confusion(replace(some, given=np.where(flagged > enough, likelier, 0)))
    values = (_macro_f1(likeliest), _macro_f1(even), _share(even[1:, 1:3].sum(), even[1:].sum()))
    return dict(zip(names, values, strict=True))


def intervals(some: Judged, measure: Callable[[Judged], Figures] = figures) -> dict[str, tuple[float, float]]:
    """The range of each figure in 95 of 100 resamples of the same posts."""
    random = np.random.default_rng(0)
    drawn = [measure(some[random.integers(len(some), size=len(some))]) for _ in range(RESAMPLES)]
    ranges = {}
    for name in drawn[0]:
        values = np.array([figure[name] for figure in drawn])
        known = values[~np.isnan(values)]
        low, high = np.quantile(known, [0.025, 0.975]) if len(known) else (np.nan, np.nan)
        ranges[name] = (float(low), float(high))
    return ranges


def calibration_error(some: Judged) -> float:
    """Expected calibration error of the judged posts: how far confidence lies from being right, by bins."""
    told = some[(some.given < len(VERDICTS)) & ~np.isnan(some.confidence)]
    if not len(told):
        return float("nan")
    bins = np.minimum((told.confidence * BINS).astype(int), BINS - 1)
    gaps = told.confidence - (told.gold == told.given)
    return float(np.abs(np.bincount(bins, gaps, BINS)).sum() / len(told))


def _macro_f1(table: np.ndarray) -> float:
    """The mean over the verdicts that a reader gave."""
    present = [place for place in range(len(VERDICTS)) if table[place].sum()]
    return float(np.mean([_precision_recall_f1(table, place)[2] for place in present or [0]]))


def _precision_recall_f1(table: np.ndarray, place: int) -> tuple[float, float, float]:
    right = table[place, place]
    precision, recall = _share(right, table[:, place].sum()), _share(right, table[place].sum())
    f1 = _share(2 * right, table[:, place].sum() + table[place].sum())
    return precision, recall, 0.0 if np.isnan(f1) else f1


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")
