"""The keyword lists alone: any phrase of a rule file, wherever it stands, flags the post.

What a plain keyword filter would do with the phrases in `nlp/signals/`: no reading of spellings, no look at
what else the post says, no context. The verdict with more phrases wins.
"""

import re
from functools import cache

from nlp.signals import rules
from nlp.training.baselines import Verdicts
from nlp.training.measures import Given
from nlp.training.posts import Post

TITLE = "keyword lists alone"


def judge(train: list[Post], posts: list[Post]) -> Verdicts:  # noqa: ARG001 (a list learns nothing)
    """The verdict whose phrases were seen most."""
    return [Given(_verdict(post.text.lower())) for post in posts]


def _verdict(text: str) -> str:
    seen = {verdict: len(pattern.findall(text)) for verdict, pattern in _patterns().items()}
    best = max(seen, key=lambda verdict: seen[verdict])
    return best if seen[best] else "contributes"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    phrases: dict[str, set[str]] = {"promotion": set(), "me_too": set()}
    for rule in rules():
        if rule.leads_to:
            phrases[rule.leads_to].update(phrase.lower() for phrase in rule.phrases.every())
    return {verdict: _any_of(listed) for verdict, listed in phrases.items()}


def _any_of(phrases: set[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
