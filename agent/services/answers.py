"""Which answers to a post wait: those that the person hasn't answered, as far as that can be known.

Where the answers themselves are known, each waits until the person writes to who gave it, or into the thread
to nobody in particular. Where only their number is known, those wait that came after the person wrote last.
In doubt nothing waits: to be sent to a thread that is settled is worse than to miss one.
Times are UTC, ISO 8601, so that text order is time order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

_YOUNG = timedelta(days=7)
"""A post that is younger when its count is seen first has got its answers just now."""


@dataclass(frozen=True)
class Reply:
    """An answer by somebody else. `at` is when it was written or, unknown, first seen."""

    id: int
    address: str
    author: str | None
    at: str
    written: bool


@dataclass(frozen=True)
class Own:
    """Something the person wrote later in the thread: to an address, to somebody, or just into it."""

    at: str
    answers: str | None
    author: str | None


@dataclass(frozen=True)
class Seen:
    """How many replies were counted at a moment."""

    at: str
    replies: int
    rounded: bool
    told_by_site: bool
    """Not by an import, which may be older than the moment it came in."""


@dataclass(frozen=True)
class Waits:
    """What waits, and since when. `replies` are the ids of those that are known."""

    replies: tuple[int, ...] = ()
    number: int = 0
    rounded: bool = False
    latest_at: str | None = None
    latest_is: Literal["written", "noticed"] | None = None


@dataclass(frozen=True)
class Thread:
    """A post of the person's with all that is known of what followed; `seen` is in the order of time."""

    posted_at: str
    replies: Sequence[Reply]
    mine: Sequence[Own]
    own_names: frozenset[str]
    own_replies: int
    seen: Sequence[Seen]


def name_of(handle: str | None) -> str | None:
    """A handle as it is compared."""
    return handle.strip().removeprefix("@").casefold() or None if handle else None


def what_waits(thread: Thread) -> Waits:
    """The answers to a post that the person hasn't answered."""
    addresses = {each.address for each in thread.replies}
    known = [
        each
        for each in thread.replies
        if not any(_answers(own, each, addresses, thread.own_names) for own in thread.mine)
    ]
    beyond = _beyond_the_known(thread)
    if not known and not beyond:
        return Waits()
    written = [each.at for each in known if each.written]
    latest_at = max(written) if written else _noticed(thread)
    return Waits(
        replies=tuple(each.id for each in known),
        number=len(known) + beyond,
        rounded=bool(beyond) and thread.seen[-1].rounded,
        latest_at=latest_at,
        latest_is=None if latest_at is None else "written" if written else "noticed",
    )


def _answers(own: Own, reply: Reply, addresses: set[str], own_names: frozenset[str]) -> bool:
    if own.at <= reply.at:
        return False
    if own.answers in addresses:
        return own.answers == reply.address
    to = name_of(own.author)
    return to is None or to in own_names or to == name_of(reply.author)


def _beyond_the_known(thread: Thread) -> int:
    """How many answers wait of those that were only counted."""
    if not thread.seen:
        return 0
    last = thread.seen[-1]
    wrote_last = max((own.at for own in thread.mine), default=None)
    if thread.replies:
        beyond = max(0, last.replies - len(thread.replies) - thread.own_replies)
        return beyond if wrote_last is None or wrote_last < _first_at(thread, last.replies).at else 0
    if wrote_last is None:
        return last.replies
    before = [each for each in thread.seen if each.at <= wrote_last]
    settled = before[-1] if before else thread.seen[0]
    own_since = sum(own.at > settled.at for own in thread.mine)
    return max(0, last.replies - settled.replies - own_since)


def _first_at(thread: Thread, number: int) -> Seen:
    """The first time in a row that so many replies were counted."""
    found = thread.seen[-1]
    for each in reversed(thread.seen):
        if each.replies != number:
            break
        found = each
    return found


def _noticed(thread: Thread) -> str | None:
    """When the count was first seen as high as it is, where that tells when the answers came."""
    if not thread.seen:
        return max((each.at for each in thread.replies), default=None)
    first = _first_at(thread, thread.seen[-1].replies)
    rose = first is not thread.seen[0]
    young = datetime.fromisoformat(first.at) - datetime.fromisoformat(thread.posted_at) <= _YOUNG
    return first.at if rose or (young and first.told_by_site) else None
