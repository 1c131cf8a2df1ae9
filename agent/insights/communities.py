"""Where do you really take part? Communities that are active, that go quiet, and profiles left behind."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal

import numpy as np

from agent.insights._facts import Facts
from agent.insights._finding import Finding, Group, Insight, too_few
from agent.insights._statistics import Whole

_DAY: Final = 24 * 3600
_ABANDONED: Final = 365
_FEWEST: Final = 5
"""Posts that make a place a community of this person's."""
_SHOWN: Final = 20


@dataclass(frozen=True)
class Community:
    """A place to take part in: `usual_pause` and `days_ago` (the last post) are in days."""

    name: str
    posts: int
    usual_pause: float
    days_ago: int
    state: Literal["active", "quiet", "left behind"]


def communities(facts: Facts) -> list[Community]:
    """The person's communities, those with most posts first.

    Quiet is one whose last post is further back than four usual pauses and ten days; left behind one without
    a post for a year. The usual pause is the median between days with a post.
    """
    if not facts.posts:
        return []
    order = np.argsort(facts.community.of, kind="stable")
    places, firsts = np.unique(facts.community.of[order], return_index=True)
    found = [
        _community(facts.community.names[place], facts.posted[posts], facts.now)
        for place, posts in zip(places.tolist(), np.split(order, firsts[1:]), strict=True)
        if place >= 0 and len(posts) >= _FEWEST
    ]
    return sorted(found, key=lambda each: -each.posts)


def _community(name: str, posted: Whole, now: int) -> Community:
    days = np.unique(posted // _DAY)
    pause = float(np.median(np.diff(days))) if len(days) > 1 else float(_ABANDONED)
    ago = int((now - posted[-1]) // _DAY)
    quiet = ago > max(10.0, 4 * pause)
    return Community(
        name, len(posted), pause, ago, "left behind" if ago >= _ABANDONED else "quiet" if quiet else "active"
    )


def _look(facts: Facts, _risk: float) -> Finding:
    found = communities(facts)
    if not found:
        return too_few(facts.posts, "posts, five of them in one place", "posts", "bars")
    groups = [
        Group(each.name, each.posts, each.posts, also=(each.state.capitalize(), _last(each, facts.now)))
        for each in found[:_SHOWN]
    ]
    named = {state: [each.name for each in found if each.state == state] for state in ("active", "quiet")}
    left = sum(each.state == "left behind" for each in found)
    sentence = f"You take part in {_counted(len(named['active']), 'community', 'communities')}."
    if named["quiet"]:
        sentence += (
            f" Gone quiet: {', '.join(named['quiet'][:3])}{' and others' if len(named['quiet']) > 3 else ''}."
        )
    if left:
        sentence += f" {_counted(left, 'place has', 'places have')} not heard from you for a year."
    return Finding(sentence, "posts", "bars", tuple(groups), also=("State", "Last post"))


def _last(community: Community, now: int) -> str:
    day = datetime.fromtimestamp(now - community.days_ago * _DAY, UTC)
    return f"{day.day} {day:%b %Y}"


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


insight = Insight(
    title="Communities",
    question="Where do you really take part?",
    heading="Community",
    look=_look,
)
