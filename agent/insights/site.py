"""Where do posts get an answer?"""

import numpy as np

from agent.insights._facts import UNKNOWN, Facts
from agent.insights._finding import ENOUGH, Finding, Group, Insight, too_few
from agent.insights._statistics import Mask, Whole, share
from agent.site_names import site_title


def _look(facts: Facts, _risk: float) -> Finding:
    groups = [_group(facts, name, facts.site.posts_named(name)) for name in facts.site.names]
    groups = sorted((group for group in groups if group.posts), key=lambda group: -group.posts)
    answered = [group for group in groups if group.value is not None]
    if not answered:
        most = max((group.posts for group in groups), default=0)
        return too_few(most, "posts on one site whose answers are known", "share", "intervals", tuple(groups))
    best = max(answered, key=lambda group: group.value or 0)
    sentence = (
        f"On {best.name}, {100 * (best.value or 0):.0f} of 100 posts got an answer. Sites differ in who "
        "reads them and what they count, so this compares the sites, not your posts."
    )
    return Finding(sentence, "share", "intervals", tuple(groups), also=("Usual likes", "Usual answers"))


def _group(facts: Facts, site: str, here: Mask) -> Group:
    known = here & (facts.replies != UNKNOWN)
    posts = int(known.sum())
    usual = (_usual(facts.likes[here]), _usual(facts.replies[here]))
    if posts < ENOUGH:
        return Group(site_title(site), posts, also=usual, key=site)
    found = share(int((facts.replies[known] > 0).sum()), posts)
    return Group(site_title(site), posts, found.value, found.low, found.high, also=usual, key=site)


def _usual(counts: Whole) -> str:
    known = counts[counts != UNKNOWN]
    return f"{np.median(known):g}" if len(known) >= ENOUGH else "unknown"


insight = Insight(
    title="What came back, by site",
    question="Where do your posts get an answer?",
    heading="Site",
    look=_look,
)
