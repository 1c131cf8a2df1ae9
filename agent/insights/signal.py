"""Do your questions get more answers? What each signal goes together with."""

from dataclasses import replace

import nlp.signals
from agent.insights._comparing import compare
from agent.insights._facts import Facts
from agent.insights._finding import Finding, Insight


def _look(facts: Facts, risk: float) -> Finding:
    known = {page.name: page.title for page in nlp.signals.reference()}
    titles = {name: known.get(name, name.replace("_", " ").capitalize()) for name in facts.signals}
    found = compare(
        facts,
        {titles[name]: seen for name, seen in facts.signals.items()},
        risk,
        {title: f"Posts marked “{title}”" for title in titles.values()},
        {title: name for name, title in titles.items()},
    )
    best_first = sorted(
        found.groups, key=lambda group: -1 if group.value is None else group.value, reverse=True
    )
    return replace(found, groups=tuple(best_first))


insight = Insight(
    title="What came back, by signal",
    question="Do your questions get more back, your stories, your thanks?",
    heading="Signal",
    look=_look,
    compares=True,
)
