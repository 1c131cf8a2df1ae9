"""What makes a student's sums into chances that come true as often as they say, learnt from posts held out.

Students take a parent or a title for a sign of worth, since it tells them which site they are on; on a new
site they are too quiet under one. So each flag gets something added, by what the draft answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from nlp.judge.features import TRAIT_SIZE
from nlp.judge.weights import Weights
from nlp.training.posts import Post

Answered = Literal["nothing", "title", "parent"]
Added = tuple[float, float]
"""To me-too and to promotion."""

START = (1.3, *[0.0] * 5)


@dataclass(frozen=True)
class Calibration:
    """What sums are divided by, and what is added then."""

    temperature: float
    always: Added
    under_a_title: Added
    under_a_parent: Added

    def chances(self, sums: np.ndarray, answered: Sequence[Answered]) -> np.ndarray:
        """The chance of each verdict."""
        more = {"nothing": (0.0, 0.0), "title": self.under_a_title, "parent": self.under_a_parent}
        flags = np.array(self.always) + [more[what] for what in answered]
        return chances(sums / self.temperature + np.pad(flags, ((0, 0), (1, 0))))

    def built_in(self, weights: Weights) -> Weights:
        """The weights with all of this in them: each draft that answers something has one of four traits."""
        traits, bias = weights.traits.copy(), weights.bias.copy()
        bias[1:] += self.temperature * np.array(self.always)
        for where, added in (("title", self.under_a_title), ("parent", self.under_a_parent)):
            rows = [weights.trait_rows[f"{where} {form}"] for form in ("asks", "tells")]
            traits[rows, 1:] += self.temperature * np.array(added) / TRAIT_SIZE
        return replace(weights, traits=traits, bias=bias, temperature=self.temperature)


def answered_by(post: Post) -> Answered:
    """What a post answers: its parent, or else its thread's title."""
    if post.context.parent_text:
        return "parent"
    return "title" if post.context.thread_title else "nothing"


def chances(sums: np.ndarray) -> np.ndarray:
    """The chance of each verdict."""
    powers = np.exp(sums - sums.max(axis=1, keepdims=True))
    told: np.ndarray = powers / powers.sum(axis=1, keepdims=True)
    return told


def calibrated(
    sums: np.ndarray, gold: np.ndarray, weights: np.ndarray, answered: Sequence[Answered]
) -> Calibration:
    """The one whose chances tell the posts best, each counted by its weight.

    Nothing is added to promotion under a parent: three of 1,452 such posts are no measure of it.
    """
    from scipy.optimize import minimize

    def surprise(numbers: np.ndarray) -> float:
        told = _of(numbers).chances(sums, answered)[np.arange(len(gold)), gold]
        return float(-np.average(np.log(told + 1e-9), weights=weights))

    best = minimize(surprise, START, method="Nelder-Mead", options={"maxiter": 1200})
    return _of(np.round(best.x, 3))


def _of(numbers: np.ndarray) -> Calibration:
    temperature, *added = numbers.tolist()
    return Calibration(temperature, (added[0], added[1]), (added[2], added[3]), (added[4], 0.0))
