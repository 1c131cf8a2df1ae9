"""This week in one look: what was posted, who waits, what goes quiet, and one thing to do today."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from agent.insights.communities import Community
from agent.schemas.conversations import Conversation
from agent.schemas.fields import iso
from agent.services.conversations import Conversations
from agent.services.insights import Insights
from agent.store import Log, tallies
from agent.store.clock import midnight, now

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
    """What Home shows. The balance is of the last `BALANCE_DAYS` days. `quiet` is None while that is read.

    `week_before` is how many posts the whole week before this one had.
    """

    empty: bool
    week: tuple[Day, ...]
    week_before: int
    balance: Counter[str]
    waiting: list[Conversation]
    waiting_in_all: int
    quiet: list[Community] | None
    idea: Idea


def look(log: Log, conversations: Conversations, insights: Insights) -> Today:
    """Look at the log as it is now."""
    waiting = conversations.page(limit=_WAITING_SHOWN)
    told = _tallies(log)
    drawn = insights.at_hand()
    quiet = None if drawn is None else [each for each in drawn.communities if each.state == "quiet"]
    return Today(
        empty=told.empty,
        week=told.week,
        week_before=told.week_before,
        balance=told.balance,
        waiting=waiting.items,
        waiting_in_all=waiting.open,
        quiet=None if quiet is None else quiet[:_QUIET_SHOWN],
        idea=idea(waiting.items, quiet or [], told.balance),
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
    return _tallies(log).week


@dataclass(frozen=True)
class _Tallies:
    """Posts counted: of this week by day, of the week before, and of the balance's days."""

    week: tuple[Day, ...]
    week_before: int
    balance: Counter[str]
    empty: bool


def _tallies(log: Log) -> _Tallies:
    today = now().astimezone().date()
    monday = today - timedelta(days=today.weekday())
    monday_before, since = monday - timedelta(days=7), now() - timedelta(days=BALANCE_DAYS)
    with log.reading() as db:
        found = tallies.verdicts_since(db, iso(min(midnight(monday_before), since)))
        empty = not tallies.any_posts(db)
    days = {monday_before + timedelta(days=place): Counter[str]() for place in range(14)}
    for posted_at, verdict in found:
        day = datetime.fromisoformat(posted_at).astimezone().date()
        if day in days:
            days[day][verdict] += 1
    both = [Day(day, counts) for day, counts in days.items()]
    return _Tallies(
        week=tuple(both[7:]),
        week_before=sum(day.posts.total() for day in both[:7]),
        balance=Counter(verdict for posted_at, verdict in found if posted_at >= iso(since)),
        empty=empty,
    )
