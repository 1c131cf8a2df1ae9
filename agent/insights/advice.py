"""Does the advice help? Posts made with a suggestion, and posts that went out although they were flagged."""

from agent.insights._comparing import compare
from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight

_WORDS = {
    "Suggestion taken": "Posts for which you took a suggestion",
    "Flagged, posted as it was": "Posts that were flagged and went out as they were",
}


def _look(facts: Facts, risk: float) -> Finding:
    flagged = facts.verdict.posts_named("me_too") | facts.verdict.posts_named("promotion")
    groups = (facts.took_a_suggestion, flagged & ~facts.took_a_suggestion)
    return compare(facts, dict(zip(_WORDS, groups, strict=True)), risk, _WORDS)


insight = Insight(
    title="Advice taken, advice left",
    question="Does it go better when you take a suggestion?",
    heading="What you did",
    look=_look,
    compares=True,
)
