"""What verdicts are worth: counted against a reader's, with 95 % intervals from resampling the posts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from nlp.training.posts import VERDICTS

GIVEN = (*VERDICTS, "unjudged")
RESAMPLES = 1_000
BINS = 10
"""Bins of confidence for the calibration error."""

Figures = dict[str, float]


@dataclass(frozen=True)
class Judged:
    """Verdicts given to posts, beside those of a reader. `confidence` may be NaN: not said."""

    gold: np.ndarray
    given: np.ndarray
    confidence: np.ndarray

    def __getitem__(self, chosen: np.ndarray) -> "Judged":
        return Judged(self.gold[chosen], self.given[chosen], self.confidence[chosen])

    def __len__(self) -> int:
        return len(self.gold)


def judged(gold: Sequence[str], given: Sequence[str], confidence: Sequence[float]) -> Judged:
    """From words to numbers: positions in `VERDICTS` and `GIVEN`."""
    return Judged(
        np.array([VERDICTS.index(verdict) for verdict in gold], dtype=int),
        np.array([GIVEN.index(verdict) for verdict in given], dtype=int),
        np.array(confidence, dtype=float),
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
    present = [place for place in range(len(VERDICTS)) if table[place].sum()]
    found["macro-F1"] = float(np.mean([per_verdict[VERDICTS[place]][2] for place in present or [0]]))
    found["false flags"] = _share(table[0, 1:3].sum(), table[0].sum())
    found["flag recall"] = _share(table[1:, 1:3].sum(), table[1:].sum())
    found["unjudged"] = _share(table[:, 3].sum(), len(some))
    found["calibration error"] = calibration_error(some)
    for verdict, values in per_verdict.items():
        names = (f"{verdict} precision", f"{verdict} recall", f"{verdict} F1")
        found |= dict(zip(names, values, strict=True))
    return found


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


def _precision_recall_f1(table: np.ndarray, place: int) -> tuple[float, float, float]:
    right = table[place, place]
    precision, recall = _share(right, table[:, place].sum()), _share(right, table[place].sum())
    f1 = _share(2 * right, table[:, place].sum() + table[place].sum())
    return precision, recall, 0.0 if np.isnan(f1) else f1


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")
