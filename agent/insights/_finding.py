"""What an insight is, and what it finds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from agent.insights._facts import Facts
from agent.insights._statistics import Interval

ENOUGH: Final = 20
"""Posts that a figure needs, in the group and in what it is compared with; below it nothing is said."""

Measure = Literal["standing", "share", "hours", "posts"]
Shape = Literal["intervals", "course", "bars"]


@dataclass(frozen=True)
class Group:
    """One line of a finding: some of the posts and what is known of them.

    `value`, `low` and `high` are None where there are too few posts; a `standing` and a `share` run from 0
    to 1. `differs` where the difference holds when looked at together with all others. `also` are further
    cells of its line in the table; `key` is its name in the log (of a verdict, a signal, a site), if any.
    """

    name: str
    posts: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    differs: bool = False
    also: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True)
class Finding:
    """What came out: a sentence, and its groups for the table and the picture.

    `enough` is False where all that can be said is that there are not enough posts yet.
    """

    sentence: str
    measure: Measure
    shape: Shape
    groups: tuple[Group, ...] = ()
    enough: bool = True
    claims: bool = False
    """Whether it says that something differs or has changed."""
    also: tuple[str, ...] = ()
    """Titles of the groups' further cells."""
    counts: str = "posts"
    """What a group's `posts` are, where they aren't posts."""


@dataclass(frozen=True)
class Insight:
    """A question about one's own log. `look` answers it; its second argument is the risk of a false claim.

    `compares` where its finding may claim that groups differ. `heading` is the title of the groups' column.
    """

    title: str
    question: str
    heading: str
    look: Callable[[Facts, float], Finding]
    compares: bool = False


def too_few(have: int, of: str, measure: Measure, shape: Shape, groups: tuple[Group, ...] = ()) -> Finding:
    """The finding where there are not enough posts; `of` says which, as in "posts that answer others"."""
    there = "there is 1" if have == 1 else f"there are {have:,}"
    sentence = f"Not enough posts yet: this needs {ENOUGH} {of}, and {there}."
    return Finding(sentence, measure, shape, groups, enough=False)


def percent(share: float) -> str:
    """A share for a sentence."""
    return f"{100 * share:.0f} %"


def between(found: Interval) -> str:
    """Between which shares the truth lies, in brackets; nothing where both are what was said already."""
    bounds = percent(found.low), percent(found.high)
    return "" if set(bounds) == {percent(found.value)} else f" ({bounds[0]} to {bounds[1]})"
