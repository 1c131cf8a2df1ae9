"""How fast and how often do you answer those who answer you?"""

from itertools import pairwise
from typing import Final

import numpy as np

from agent.insights._facts import Facts, Received
from agent.insights._finding import ENOUGH, Finding, Group, Insight, between, percent, too_few
from agent.insights._statistics import median, share

_BANDS: Final = {
    "Within an hour": 1.0,
    "Within a day": 24.0,
    "Within a week": 7 * 24.0,
    "Later": np.inf,
}


def _look(facts: Facts, _risk: float) -> Finding:
    received = facts.received
    total = len(received.came)
    if total < ENOUGH:
        return too_few(total, "answers to posts of yours whose time is known", "share", "intervals")
    answered = int(received.answered.sum())
    found = share(answered, total)
    sentence = (
        f"You answered {percent(found.value)} of the {total:,} who answered you{between(found)}."
        f"{_speed(received)}"
    )
    return Finding(sentence, "share", "intervals", tuple(_groups(received, total)), counts="answers")


def _groups(received: Received, total: int) -> list[Group]:
    bounds = [0.0, *_BANDS.values()]
    numbers = {
        name: int(((received.hours > low) & (received.hours <= high)).sum())
        for name, (low, high) in zip(_BANDS, pairwise(bounds), strict=True)
    }
    numbers["Answered, time unknown"] = int((received.answered & np.isnan(received.hours)).sum())
    numbers["Not answered"] = int((~received.answered & np.isnan(received.hours)).sum())
    return [_group(name, number, total) for name, number in numbers.items()]


def _group(name: str, number: int, total: int) -> Group:
    found = share(number, total)
    return Group(name, number, found.value, found.low, found.high)


def _speed(received: Received) -> str:
    hours = received.hours[~np.isnan(received.hours)]
    if len(hours) < ENOUGH:
        return ""
    middle = median(hours)
    between = f"{_hours(middle.low)} to {_hours(middle.high)}"
    return f" Half of your answers came within {_hours(middle.value)} ({between})."


def _hours(hours: float) -> str:
    if hours < 1.5:
        return f"{max(1, round(60 * hours))} minutes"
    return f"{hours:.0f} hours" if hours < 48 else f"{hours / 24:.0f} days"


insight = Insight(
    title="Answering back",
    question="How fast and how often do you answer those who answer you?",
    heading="When",
    look=_look,
)
