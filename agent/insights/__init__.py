"""What a person's log says about their taking part: a file per insight, found by this folder.

Each file ends in `insight = Insight(…)`, its name is the file's name. See README.md for what an insight owes.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from agent.insights._comparing import came_back
from agent.insights._facts import Facts, Names
from agent.insights._finding import ENOUGH, Finding, Group, Insight, Measure, Shape
from agent.insights._reading import read
from nlp.registry import modules_in

__all__ = [
    "ENOUGH",
    "RISK",
    "Facts",
    "Finding",
    "Found",
    "Group",
    "Insight",
    "Measure",
    "Names",
    "Shape",
    "came_back",
    "find",
    "insights",
    "read",
]

RISK: Final = 0.04
"""How often a log in which nothing differs may raise any claim at all; shared out among the insights.

A fifth below the 5 % that are promised: the tests are approximate, and let through a little more than they
are told.
"""


@dataclass(frozen=True)
class Found:
    """An insight with what it found."""

    name: str
    insight: Insight
    finding: Finding


@cache
def insights() -> dict[str, Insight]:
    """Every insight by its name."""
    modules = modules_in(sys.modules[__name__])
    return {module.__name__.rpartition(".")[2]: module.insight for module in modules}


def find(facts: Facts) -> Iterator[Found]:
    """What each insight finds in the facts."""
    risk = RISK / sum(insight.compares for insight in insights().values())
    for name, insight in insights().items():
        yield Found(name, insight, insight.look(facts, risk))
