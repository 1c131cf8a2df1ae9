"""When to ask about a post again: the older it is the more rarely, and at last never."""

from datetime import datetime, timedelta

_SHORTEST = timedelta(hours=1)
_PART_OF_AGE = 8
_LAST = timedelta(days=90)
"""What comes back later than this hardly changes any count."""


def next_ask(posted_at: datetime, asked_at: datetime) -> datetime | None:
    """When to ask next about a post that was asked about at `asked_at`; None: never again.

    An eighth of its age later, and an hour at least: about 55 times in all for a post asked about from the
    start. A post that is older than 90 days is asked about once.
    """
    age = asked_at - posted_at
    return None if age >= _LAST else asked_at + max(_SHORTEST, age / _PART_OF_AGE)
