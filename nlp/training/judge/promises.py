"""What may be promised of a judge, from posts that it hadn't seen: thresholds and figures."""

from dataclasses import dataclass

import numpy as np

from nlp.judge.weights import VERDICTS
from nlp.training.judge.calibration import Calibration, answered_by, calibrated
from nlp.training.judge.lessons import AGREED
from nlp.training.posts import Post

FALSE_FLAGS = {"relaxed": 0.005, "normal": 0.02, "strict": 0.06}
"""The share of contributions that each strictness may flag."""

Figures = dict[str, float]


@dataclass(frozen=True)
class Promises:
    """What may be promised, and the settings that it holds for."""

    calibration: Calibration
    thresholds: dict[str, float]
    measured: dict[str, dict[str, Figures]]
    """By strictness: shares of flags on new sources."""


def promised(labelled: list[Post], sums: np.ndarray) -> Promises:
    """From the sums of posts of sources that were held out.

    Counted are posts that no model had chosen for labelling, each as much as a second reader would agree.
    """
    sums = sums[[not post.chosen for post in labelled]]
    counted = [post for post in labelled if not post.chosen]
    gold = np.array([VERDICTS.index(post.verdict) for post in counted])
    weights = np.array([AGREED[post.sure] for post in counted])
    answered = [answered_by(post) for post in counted]
    calibration = calibrated(sums, gold, weights, answered)
    flags = 1 - calibration.chances(sums, answered)[:, 0]
    needed = thresholds(flags, gold, weights)
    measured = {
        strictness: {"new sources": figures(flags >= threshold, gold, weights)}
        for strictness, threshold in needed.items()
    }
    return Promises(calibration, needed, measured)


def thresholds(flags: np.ndarray, gold: np.ndarray, weights: np.ndarray) -> dict[str, float]:
    """For each strictness the lowest chance of a flag from which few enough contributions are flagged.

    Few enough even if the next such posts had one standard error more: flags are counted as Poisson has it.
    """
    order = np.argsort(-flags[gold == 0])
    highest_first, given = flags[gold == 0][order], np.cumsum(weights[gold == 0][order])
    at_worst = given + np.sqrt(given)
    return {
        name: _just_above(highest_first[np.searchsorted(at_worst, most * given[-1], "right")])
        for name, most in FALSE_FLAGS.items()
    }


def figures(flagged: np.ndarray, gold: np.ndarray, weights: np.ndarray) -> Figures:
    """How often contributions and others are flagged, and of how many posts that is said."""
    contributes = gold == 0
    return {
        "false flags": round(float(np.average(flagged[contributes], weights=weights[contributes])), 4),
        "flag recall": round(float(np.average(flagged[~contributes], weights=weights[~contributes])), 4),
        "contributions": int(contributes.sum()),
        "flags": int((~contributes).sum()),
    }


def _just_above(chance: float) -> float:
    return float(np.ceil(float(chance) * 1e4) / 1e4)
