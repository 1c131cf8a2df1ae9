"""Whom do you talk with?"""

from datetime import UTC, datetime
from typing import Final

import numpy as np

from agent.insights._facts import Facts
from agent.insights._finding import ENOUGH, Finding, Group, Insight, too_few

_SHOWN: Final = 15


def _look(facts: Facts, _risk: float) -> Finding:
    answered = facts.author.of[facts.author.of >= 0]
    if len(answered) < ENOUGH:
        return too_few(len(answered), "posts that answer somebody whose name is known", "posts", "bars")
    times = np.bincount(answered)
    most = np.argsort(-times, kind="stable")[:_SHOWN]
    groups = tuple(
        Group(facts.author.names[each], int(times[each]), int(times[each]), also=(_last(facts, int(each)),))
        for each in most.tolist()
        if times[each]
    )
    again = int((times > 1).sum())
    sentence = (
        f"You answered {int((times > 0).sum()):,} people, {again:,} of them more than once; most often "
        f"{groups[0].name}, {groups[0].posts:,} times."
    )
    return Finding(sentence, "posts", "bars", groups, also=("Last answered",))


def _last(facts: Facts, author: int) -> str:
    posted = int(facts.posted[facts.author.of == author][-1])
    day = datetime.fromtimestamp(posted, UTC)
    return f"{day.day} {day:%b %Y}"


insight = Insight(
    title="People",
    question="Whom do you talk with?",
    heading="Person",
    look=_look,
)
