"""Do you give or only ask? The share of posts that contribute, among those that give or ask, over time."""

from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight
from agent.insights._over_time import over_time


def _look(facts: Facts, risk: float) -> Finding:
    gives, asks = facts.verdict.posts_named("contributes"), facts.verdict.posts_named("promotion")
    saying = "of your posts that give or ask gave something; the others promoted"
    return over_time(facts, gives, gives | asks, risk, saying, "posts that contribute or promote")


insight = Insight(
    title="Giving and asking",
    question="Do you give, or only ask?",
    heading="When",
    look=_look,
    compares=True,
)
