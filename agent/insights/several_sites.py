"""Which posts stand on several sites, word for word?"""

from typing import Final

import numpy as np

from agent.insights._facts import Facts
from agent.insights._finding import Finding, Group, Insight
from agent.site_names import site_title

_SHOWN: Final = 10
_EXCERPT: Final = 60


def _look(facts: Facts, _risk: float) -> Finding:
    there = np.flatnonzero(facts.text.of >= 0)
    posts_of: dict[int, list[int]] = {}
    for post in there.tolist():
        posts_of.setdefault(int(facts.text.of[post]), []).append(post)
    groups = []
    for text, posts in sorted(posts_of.items(), key=lambda each: -len(each[1])):
        sites = sorted({site_title(facts.site.names[facts.site.of[post]]) for post in posts})
        if len(sites) > 1:
            groups.append(
                Group(_excerpt(facts.text.names[text]), len(posts), len(posts), also=(", ".join(sites),))
            )
    if not groups:
        return Finding("No text of yours stands on two sites.", "posts", "bars")
    texts = f"{len(groups):,} texts stand" if len(groups) > 1 else "One text stands"
    sentence = f"{texts} on more than one site, word for word. Readers who meet you twice notice."
    return Finding(sentence, "posts", "bars", tuple(groups[:_SHOWN]), also=("Sites",))


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else text[:_EXCERPT].rpartition(" ")[0] + " …"


insight = Insight(
    title="The same on several sites",
    question="What did you post in more than one place?",
    heading="Text",
    look=_look,
)
