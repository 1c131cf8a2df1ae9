"""Do short or long posts get more back?"""

from agent.insights._comparing import compare
from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight

_BANDS = {
    "20 characters at most": (0, 20),
    "21 to 60": (21, 60),
    "61 to 140": (61, 140),
    "141 to 280": (141, 280),
    "281 to 1,000": (281, 1_000),
    "more than 1,000": (1_001, 10**9),
}


def _look(facts: Facts, risk: float) -> Finding:
    groups = {name: (facts.length >= low) & (facts.length <= high) for name, (low, high) in _BANDS.items()}
    words = {name: f"Posts of {name.removesuffix(' characters at most')} characters" for name in _BANDS}
    words["20 characters at most"] = "Posts of 20 characters at most"
    words["more than 1,000"] = "Posts of more than 1,000 characters"
    return compare(facts, groups, risk, words)


insight = Insight(
    title="What came back, by length",
    question="Do short or long posts get more back?",
    heading="Characters",
    look=_look,
    compares=True,
)
