"""Do your questions get more answers? What each signal goes together with."""

import nlp.signals
from agent.insights._comparing import compare
from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight


def _look(facts: Facts, risk: float) -> Finding:
    titles = {page.name: page.title for page in nlp.signals.reference()}
    groups = {
        titles.get(name, name.replace("_", " ").capitalize()): seen for name, seen in facts.signals.items()
    }
    return compare(facts, groups, risk, {title: f"Posts marked “{title}”" for title in groups})


insight = Insight(
    title="What came back, by signal",
    question="Do your questions get more back, your stories, your thanks?",
    heading="Signal",
    look=_look,
    compares=True,
)
