"""What may be promised of a judge, from posts that it hadn't seen: thresholds and figures."""

from dataclasses import dataclass

import numpy as np

from nlp.judge.weights import VERDICTS, SecondLook
from nlp.training.judge.calibration import Calibration, answered_by, calibrated, looked_twice, second_look
from nlp.training.judge.lessons import AGREED
from nlp.training.posts import Post

FALSE_FLAGS = {"relaxed": 0.005, "normal": 0.02, "strict": 0.06}
"""The share of contributions that each strictness may flag."""
AS_SHIPPED = 5e-4
"""Added to thresholds, since with a byte a weight, as it ships, a judge's chances are a little different."""

Figures = dict[str, float]


@dataclass(frozen=True)
class Judged:
    """What judges say of posts of sources that they had met nothing of, or of dev.jsonl."""

    posts: list[Post]
    counted: np.ndarray
    """The sums of n-grams and traits: a row a post."""
    network: np.ndarray
    """The sums of the network, likewise."""

    def where(self, chosen: np.ndarray) -> "Judged":
        """Only the posts that are chosen, of as many truths as there are posts."""
        posts = [post for post, is_chosen in zip(self.posts, chosen, strict=True) if is_chosen]
        return Judged(posts, self.counted[chosen], self.network[chosen])

    @property
    def gold(self) -> np.ndarray:
        """The place of each post's verdict."""
        return np.array([VERDICTS.index(post.verdict) for post in self.posts])

    @property
    def weights(self) -> np.ndarray:
        """How often a second reader would say the same of each."""
        return np.array([AGREED[post.sure] for post in self.posts])

    def first(self, calibration: Calibration) -> np.ndarray:
        """The logarithms of the chances by n-grams and traits."""
        told: np.ndarray = np.log(calibration.chances(self.counted, list(map(answered_by, self.posts))))
        return told

    def flags(self, calibration: Calibration, look: SecondLook) -> np.ndarray:
        """The chance of each to be flagged."""
        told: np.ndarray = 1 - looked_twice(self.first(calibration), self.network, look)[:, 0]
        return told


@dataclass(frozen=True)
class Promises:
    """What may be promised, and the settings that it holds for."""

    thresholds: dict[str, float]
    measured: dict[str, dict[str, Figures]]
    """By strictness: shares of flags on new sources."""


def settings(held_out: Judged) -> tuple[Calibration, SecondLook]:
    """What makes the sums into chances, from posts of sources that were held out.

    Chances are for posts as they come: those that a model had chosen for labelling are left out.
    """
    natural = held_out.where(_natural(held_out))
    answered = list(map(answered_by, natural.posts))
    calibration = calibrated(natural.counted, natural.gold, natural.weights, answered)
    look = second_look(natural.first(calibration), natural.network, natural.gold, natural.weights)
    return calibration, look


def promised(held_out: Judged, dev: Judged, calibration: Calibration, look: SecondLook) -> Promises:
    """The thresholds, and what they bring on posts of sources that were held out.

    Counted are posts that no model had chosen for labelling, each as much as a second reader would agree. The
    judges that were held out have met a third fewer posts than the one that ships, and of dev.jsonl's sources
    nothing is new to it: a threshold keeps the promise on those of the latter that two readers agree on, and
    goes half the way to what would keep it on the former.
    """
    new = held_out.where(_natural(held_out))
    agreed = dev.where(np.array([post.agreed for post in dev.posts]))
    flags = new.flags(calibration, look)
    needed = thresholds(flags, new.gold, new.weights)
    on_dev = thresholds(agreed.flags(calibration, look), agreed.gold, np.ones(len(agreed.posts)))
    needed = {
        strictness: max(on_dev[strictness], _midway(threshold, on_dev[strictness]))
        for strictness, threshold in needed.items()
    }
    measured = {
        strictness: {"new sources": figures(flags >= threshold, new.gold, new.weights)}
        for strictness, threshold in needed.items()
    }
    return Promises(needed, measured)


def _natural(judged: Judged) -> np.ndarray:
    return np.array([not post.chosen for post in judged.posts])


def thresholds(flags: np.ndarray, gold: np.ndarray, weights: np.ndarray) -> dict[str, float]:
    """For each strictness the lowest chance of a flag from which few enough contributions are flagged."""
    order = np.argsort(-flags[gold == 0])
    highest_first, given = flags[gold == 0][order], np.cumsum(weights[gold == 0][order])
    return {
        name: _just_above(highest_first[np.searchsorted(given, most * given[-1], "right")])
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


def _midway(one: float, other: float) -> float:
    """Between two chances, by their odds."""
    odds = one / (1 - one) * other / (1 - other)
    return round(float(1 / (1 + odds**-0.5)), 4)


def _just_above(chance: float) -> float:
    return float(np.ceil((float(chance) + AS_SHIPPED) * 1e4) / 1e4)
