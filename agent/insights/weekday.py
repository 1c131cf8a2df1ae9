"""On which days do posts get more back?"""

from agent.insights._comparing import compare
from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_OF_1970 = 3
"""It was a Thursday."""


def _look(facts: Facts, risk: float) -> Finding:
    day_of = (facts.local // 86_400 + _FIRST_OF_1970) % 7
    groups = {day: day_of == place for place, day in enumerate(_DAYS)}
    return compare(facts, groups, risk, {day: f"Posts of a {day}" for day in _DAYS})


insight = Insight(
    title="What came back, by weekday",
    question="On which days do your posts get more back?",
    heading="Day",
    look=_look,
    compares=True,
)
