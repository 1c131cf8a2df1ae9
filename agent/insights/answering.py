"""How much of what you post answers somebody?"""

import numpy as np

from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight
from agent.insights._over_time import over_time


def _look(facts: Facts, risk: float) -> Finding:
    everything = np.ones(facts.posts, dtype=bool)
    return over_time(facts, facts.answers, everything, risk, "of your posts answered somebody", "posts")


insight = Insight(
    title="Answering others",
    question="How much of what you post answers somebody?",
    heading="When",
    look=_look,
    compares=True,
)
