"""At which hours do posts get more back?"""

from agent.insights._comparing import compare
from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight

_HOURS = 4


def _look(facts: Facts, risk: float) -> Finding:
    hour_of = facts.local // 3600 % 24
    groups = {
        f"{first:02}:00 to {first + _HOURS:02}:00": (hour_of >= first) & (hour_of < first + _HOURS)
        for first in range(0, 24, _HOURS)
    }
    return compare(facts, groups, risk, {name: f"Posts from {name}" for name in groups})


insight = Insight(
    title="What came back, by hour",
    question="At which hours, on this machine's clock, do your posts get more back?",
    heading="Hours",
    look=_look,
    compares=True,
)
