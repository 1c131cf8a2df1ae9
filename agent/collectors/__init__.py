"""Asks sites for what came back for posts there: one file per programming interface. Off until switched on.

A collector says which posts it can ask about, makes requests of a permalink, and counts and replies of the
answers. It knows neither the log nor when to ask. A new interface is a new file here, with a `collector`.
"""

import sys
from functools import cache

from agent.collectors._asking import (
    Asking,
    Ended,
    Gone,
    Misshapen,
    NotAnswered,
    NotAsked,
    Refused,
    Request,
    SlowDown,
    Unchanged,
    Validators,
)
from agent.collectors._collector import Answered, Collected, Collector, Wanted, key_of
from agent.collectors._fetcher import Fetcher
from agent.collectors._spacing import next_ask
from nlp.registry import modules_in

__all__ = [
    "Answered",
    "Asking",
    "Collected",
    "Collector",
    "Ended",
    "Fetcher",
    "Gone",
    "Misshapen",
    "NotAnswered",
    "NotAsked",
    "Refused",
    "Request",
    "SlowDown",
    "Unchanged",
    "Validators",
    "Wanted",
    "collector_for",
    "collectors",
    "key_of",
    "next_ask",
]


@cache
def collectors() -> tuple[Collector, ...]:
    """Every collector, by name."""
    found: tuple[Collector, ...] = tuple(module.collector for module in modules_in(sys.modules[__name__]))
    return found


def collector_for(host: str, site: str | None) -> Collector | None:
    """The collector that can ask about posts at `host` that were posted on `site`; None where none can."""
    return next((each for each in collectors() if each.knows(host, site)), None)
