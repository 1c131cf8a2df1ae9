"""What makes sums into chances that come true as often as they say, learnt from posts held out.

A parent or a title tells which site a post is from, and so passes for a sign of worth; on a new site the sums
are too quiet under one. So each flag gets something added, by what the draft answers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from nlp.judge.features import TRAIT_SIZE
from nlp.judge.weights import SecondLook, Weights
from nlp.training.posts import Post

Answered = Literal["nothing", "title", "parent"]
Added = tuple[float, float]
"""To me-too and to promotion."""

START = (1.3, *[0.0] * 5)
SECOND_START = (0.5, 0.7)
ASKED_FROM = 0.15
"""The chance of a flag from which the network is asked.

Below it hardly a post is one that it would flag, and most drafts are below it; reading takes it longer than
all else.
"""


@dataclass(frozen=True)
class Calibration:
    """What sums of n-grams and traits are divided by, and what is added then."""

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

    Nothing is added to promotion under a parent: such posts are too few to measure it.
    """

    def by(numbers: np.ndarray) -> Calibration:
        temperature, *added = numbers.tolist()
        return Calibration(temperature, (added[0], added[1]), (added[2], added[3]), (added[4], 0.0))

    return by(_best(START, lambda numbers: by(numbers).chances(sums, answered), gold, weights))


def second_look(first: np.ndarray, network: np.ndarray, gold: np.ndarray, weights: np.ndarray) -> SecondLook:
    """The weighing of both sums whose chances tell best the posts that the network is asked about.

    `first` are the logarithms of what n-grams and traits make the chances to be. Nothing is added by what a
    post answers, for the network reads that itself.
    """
    asked = 1 - np.exp(first[:, 0]) >= ASKED_FROM

    def told(numbers: np.ndarray) -> np.ndarray:
        return chances(numbers[0] * first[asked] + numbers[1] * network[asked])

    counted, of_network = _best(SECOND_START, told, gold[asked], weights[asked]).tolist()
    return SecondLook(ASKED_FROM, counted, of_network)


def looked_twice(first: np.ndarray, network: np.ndarray, look: SecondLook) -> np.ndarray:
    """The chance of each verdict, by the network too where it is asked."""
    second = chances(look.counted * first + look.network * network)
    told: np.ndarray = np.where(1 - np.exp(first[:, :1]) >= look.asked_from, second, np.exp(first))
    return told


def _best(
    start: tuple[float, ...],
    told: Callable[[np.ndarray], np.ndarray],
    gold: np.ndarray,
    weights: np.ndarray,
) -> np.ndarray:
    """The numbers by which the chances that are told surprise least."""
    from scipy.optimize import minimize

    def surprise(numbers: np.ndarray) -> float:
        right = told(numbers)[np.arange(len(gold)), gold]
        return float(-np.average(np.log(right + 1e-9), weights=weights))

    best = minimize(surprise, start, method="Nelder-Mead", options={"maxiter": 1200})
    rounded: np.ndarray = np.round(best.x, 3)
    return rounded
