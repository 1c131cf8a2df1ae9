"""What may be promised of a judge, from posts that it hadn't seen: calibrated chances, thresholds, figures.

What needs SciPy imports it when it is called (see ../requirements.txt).
"""

import numpy as np

FALSE_FLAGS = {"relaxed": 0.005, "normal": 0.02, "strict": 0.06}
"""The share of contributions that each strictness may flag."""


def chances(sums: np.ndarray, temperature: float) -> np.ndarray:
    """The chance of each verdict."""
    powers = np.exp((sums - sums.max(axis=1, keepdims=True)) / temperature)
    return powers / powers.sum(axis=1, keepdims=True)


def best_temperature(sums: np.ndarray, gold: np.ndarray) -> float:
    """The one at which the chances tell the posts best."""
    from scipy.optimize import minimize_scalar

    def surprise(temperature: float) -> float:
        return float(-np.log(chances(sums, temperature)[np.arange(len(gold)), gold] + 1e-9).mean())

    return round(float(minimize_scalar(surprise, bounds=(0.3, 4), method="bounded").x), 3)


def thresholds(flags: np.ndarray, gold: np.ndarray) -> dict[str, float]:
    """For each strictness the lowest chance of a flag from which few enough contributions are flagged."""
    highest_first = np.sort(flags[gold == 0])[::-1]
    return {
        name: _just_above(highest_first[int(most * len(highest_first))]) for name, most in FALSE_FLAGS.items()
    }


def promises(flagged: np.ndarray, gold: np.ndarray) -> dict[str, float]:
    """How often contributions and others are flagged, and of how many posts that is said."""
    return {
        "false flags": round(float(flagged[gold == 0].mean()), 4),
        "flag recall": round(float(flagged[gold > 0].mean()), 4),
        "contributions": int((gold == 0).sum()),
        "flags": int((gold > 0).sum()),
    }


def _just_above(chance: float) -> float:
    return float(np.ceil(float(chance) * 1e4) / 1e4)
