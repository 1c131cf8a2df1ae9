"""Does what contributes get more back?"""

from agent.insights._comparing import compare
from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight

_VERDICTS = {
    "contributes": ("Contributes", "Posts that contribute"),
    "me_too": ("Me too", "Me-too posts"),
    "promotion": ("Promotion", "Promotions"),
}


def _look(facts: Facts, risk: float) -> Finding:
    groups = {title: facts.verdict.posts_named(name) for name, (title, _) in _VERDICTS.items()}
    keys = {title: name for name, (title, _) in _VERDICTS.items()}
    return compare(facts, groups, risk, dict(_VERDICTS.values()), keys)


insight = Insight(
    title="What came back, by verdict",
    question="Does what contributes get more back?",
    heading="Verdict",
    look=_look,
    compares=True,
)
