"""A share of the posts, month by month or by quarters, and whether it has changed lately."""

from datetime import UTC, datetime

import numpy as np

from agent.insights._facts import Facts
from agent.insights._finding import ENOUGH, Finding, Group, between, percent, too_few
from agent.insights._statistics import Mask, chance_of_change, share

_LATELY = 90 * 24 * 3600
_BEFORE = 365 * 24 * 3600
_FEWEST_IN_A_STEP = 5
_MOST_MONTHS = 24


def over_time(facts: Facts, hits: Mask, among: Mask, risk: float, saying: str, of: str) -> Finding:
    """The share of `hits` among `among`. `saying` is what the share does ("of your posts answered somebody").

    `of` names the posts that count, for where there are too few of them.
    """
    total = int(among.sum())
    if total < ENOUGH:
        return too_few(total, of, "share", "course")
    found = share(int((hits & among).sum()), total)
    changed, change = _change(facts, hits & among, among, risk)
    sentence = f"{percent(found.value)} {saying}{between(found)}.{change}"
    return Finding(sentence, "share", "course", _steps(facts, hits, among), claims=changed)


def _steps(facts: Facts, hits: Mask, among: Mask) -> tuple[Group, ...]:
    months = facts.local.astype("datetime64[s]").astype("datetime64[M]").astype(np.int64)[among]
    size = 3 if months[-1] - months[0] >= _MOST_MONTHS else 1
    steps = months // size
    posts = np.bincount(steps - steps[0])
    those = np.bincount(steps - steps[0], weights=hits[among])
    groups = []
    for place, (number, hit) in enumerate(zip(posts.tolist(), those.tolist(), strict=True)):
        name = _name((int(steps[0]) + place) * size, size)
        if number < _FEWEST_IN_A_STEP:
            groups.append(Group(name, number))
        else:
            found = share(hit, number)
            groups.append(Group(name, number, found.value, found.low, found.high))
    return tuple(groups)


def _name(month: int, size: int) -> str:
    first = datetime(1970 + month // 12, month % 12 + 1, 1, tzinfo=UTC)
    return f"{first:%b %Y}" if size == 1 else f"{first.year}, quarter {month % 12 // 3 + 1}"


def _change(facts: Facts, hits: Mask, among: Mask, risk: float) -> tuple[bool, str]:
    lately = facts.posted >= facts.now - _LATELY
    before = ~lately & (facts.posted >= facts.now - _LATELY - _BEFORE)
    posts, posts_before = int((among & lately).sum()), int((among & before).sum())
    if min(posts, posts_before) < ENOUGH:
        return False, ""
    those, those_before = int((hits & lately).sum()), int((hits & before).sum())
    if chance_of_change(those, posts, those_before, posts_before) > risk:
        return False, " The last three months are like the year before them, as far as can be told."
    return True, (
        f" In the last three months it was {percent(those / posts)}, in the year before "
        f"{percent(those_before / posts_before)}: more than chance would make it."
    )
