"""This week in one look: what was posted, who waits, what goes quiet, and one thing to do today."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from agent.insights.communities import Community, communities
from agent.schemas.conversations import Conversation
from agent.schemas.fields import iso
from agent.services.conversations import Conversations
from agent.services.insights import Insights
from agent.store import Log, tallies
from agent.store.clock import now

BALANCE_DAYS: Final = 30
_QUIET_SHOWN: Final = 3
_WAITING_SHOWN: Final = 3
_FEWEST: Final = 5
"""Posts in the balance's time from which something can be said about it."""


@dataclass(frozen=True)
class Day:
    """A day of this machine, with its posts by verdict."""

    date: date
    posts: Counter[str]


@dataclass(frozen=True)
class Idea:
    """One thing to do today, and where."""

    sentence: str
    address: str
    title: str


@dataclass(frozen=True)
class Today:
    """What Home shows. The balance is of the last `BALANCE_DAYS` days. `quiet` is None while that is read."""

    empty: bool
    week: tuple[Day, ...]
    balance: Counter[str]
    waiting: list[Conversation]
    waiting_in_all: int
    quiet: list[Community] | None
    idea: Idea


def look(log: Log, conversations: Conversations, insights: Insights) -> Today:
    """Look at the log as it is now."""
    waiting = conversations.page(limit=_WAITING_SHOWN)
    week, balance, posts = _tallies(log)
    drawn = insights.at_hand()
    quiet = None if drawn is None else [each for each in communities(drawn.facts) if each.state == "quiet"]
    return Today(
        empty=posts == 0,
        week=week,
        balance=balance,
        waiting=waiting.items,
        waiting_in_all=waiting.open,
        quiet=None if quiet is None else quiet[:_QUIET_SHOWN],
        idea=idea(waiting.items, quiet or [], balance),
    )


def idea(waiting: list[Conversation], quiet: list[Community], balance: Counter[str]) -> Idea:
    """The most useful thing to do: first who waits, then where one is missed, then what one posts."""
    said = sum(balance.values())
    if waiting:
        who = f"{waiting[0].people[0]} answered you." if waiting[0].people else "An answer waits for yours."
        return Idea(
            f"{who} Answer back: that is how conversations live.",
            "/conversations",
            "See who waits",
        )
    if quiet:
        place, days = quiet[0].name, quiet[0].days_ago
        return Idea(
            f"You haven't been in {place} for {days} days. Read what is new there, and answer one person.",
            "/insights#communities",
            "See your communities",
        )
    if said >= _FEWEST and balance["promotion"] * 9 > balance["contributes"]:
        return Idea(
            "You asked for something in more than one of ten posts lately. Answer somebody's question today.",
            "/history?verdict=promotion",
            "See these posts",
        )
    if said >= _FEWEST and balance["me_too"] > balance["contributes"]:
        return Idea(
            "Many of your posts agree and stop there. Next time, add one thing that you lived.",
            "/history?verdict=me_too",
            "See these posts",
        )
    return Idea("Ask one question that you would want to be asked.", "/draft", "Try a draft")


def this_week(log: Log) -> tuple[Day, ...]:
    """The days of this week, from Monday on."""
    return _tallies(log)[0]


def _tallies(log: Log) -> tuple[tuple[Day, ...], Counter[str], int]:
    today = now().astimezone().date()
    monday = today - timedelta(days=today.weekday())
    earliest = min(_start_of(monday), now() - timedelta(days=BALANCE_DAYS))
    with log.reading() as db:
        found = tallies.verdicts_since(db, iso(earliest))
        posts = tallies.posts(db)
    since = iso(now() - timedelta(days=BALANCE_DAYS))
    balance = Counter(verdict for posted_at, verdict in found if posted_at >= since)
    days = {monday + timedelta(days=place): Counter[str]() for place in range(7)}
    for posted_at, verdict in found:
        day = datetime.fromisoformat(posted_at).astimezone().date()
        if day in days:
            days[day][verdict] += 1
    return tuple(Day(day, counts) for day, counts in days.items()), balance, posts


def _start_of(day: date) -> datetime:
    return datetime(day.year, day.month, day.day).astimezone().astimezone(UTC)
