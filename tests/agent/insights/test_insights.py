import re

import numpy as np
import pytest

from agent import insights
from agent.insights import ENOUGH, Facts, Found
from agent.insights._facts import UNKNOWN
from agent.insights._finding import too_few
from agent.insights.communities import communities
from agent.store import Log
from tests.agent.insights.conftest import POSTS

NAMES = list(insights.insights())
CAUSES = re.compile(r"\b(because|leads to|makes you|causes?|thanks to|so you get)\b", re.IGNORECASE)


@pytest.fixture(scope="session")
def found(facts: Facts) -> dict[str, Found]:
    return {each.name: each for each in insights.find(facts)}


@pytest.mark.parametrize("name", NAMES)
def test_an_insight_asks_a_question_and_answers_it_in_words_and_figures(
    found: dict[str, Found], name: str
) -> None:
    insight, finding = found[name].insight, found[name].finding
    assert insight.question.endswith("?")
    assert finding.sentence.endswith(".")
    assert finding.enough
    assert finding.groups
    for group in finding.groups:
        assert len(group.also) == len(finding.also), group
        if group.value is not None and finding.measure in ("standing", "share"):
            assert group.low is not None
            assert group.high is not None
            assert 0 <= group.low <= group.value <= group.high <= 1


@pytest.mark.parametrize("name", NAMES)
def test_what_goes_together_is_never_told_as_a_cause(found: dict[str, Found], name: str) -> None:
    sentence = found[name].finding.sentence
    assert not CAUSES.search(sentence.replace("it need not be the cause", ""))
    if found[name].finding.claims and found[name].finding.measure == "standing":
        assert "need not be the cause" in sentence


@pytest.mark.parametrize("name", [name for name in NAMES if name != "several_sites"])
def test_with_a_few_posts_an_insight_says_that_they_are_too_few(facts: Facts, name: str) -> None:
    few = facts.since(int(facts.posted[-6]))
    finding = insights.insights()[name].look(few, 0.05)
    assert not finding.enough or name == "communities"
    assert f"needs {ENOUGH}" in finding.sentence or name == "communities"
    assert not finding.claims


@pytest.mark.parametrize(("have", "said"), [(0, "there are 0."), (1, "there is 1."), (2, "there are 2.")])
def test_how_many_there_are_is_said_as_people_say_it(have: int, said: str) -> None:
    assert too_few(have, "posts", "share", "bars").sentence.endswith(f"this needs {ENOUGH} posts, and {said}")


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_log_is_no_fault(log: Log, name: str) -> None:
    with log.reading() as db:
        nothing = insights.read(db, 1_800_000_000)
    finding = insights.insights()[name].look(nothing, 0.05)
    assert finding.sentence
    assert not finding.claims


def test_a_known_effect_is_found_and_its_group_marked(facts: Facts) -> None:
    # The made-up person's questions get half as many answers again.
    finding = insights.insights()["signal"].look(_only_answers_count(facts), 0.05)
    questions = next(group for group in finding.groups if group.key == "question")
    assert questions.value is not None
    assert questions.value > 0.5
    assert questions.differs == finding.claims


def test_a_post_counts_once_it_is_three_days_old(facts: Facts) -> None:
    young = facts.since(facts.now - 3 * 24 * 3600)
    assert young.posts
    finding = insights.insights()["verdict"].look(young, 0.05)
    assert "there are 0" in finding.sentence


def test_the_facts_are_those_of_the_log(facts: Facts) -> None:
    assert facts.posts == POSTS
    assert (np.diff(facts.posted) >= 0).all()
    assert set(facts.site.names) >= {"x", "mastodon", "reddit"}
    assert "r/selfhosted" in facts.community.names
    assert "code.example/tools/mesh" in facts.community.names
    unknown = facts.replies == UNKNOWN
    assert 0.2 < unknown.mean() < 0.4, "what isn't known is no 0"


def test_a_part_of_the_facts_is_a_part_in_every_column(facts: Facts) -> None:
    moment = int(facts.posted[1_500])
    part = facts.since(moment)
    assert part.posts == len(part.site.of) == len(part.signals["question"]) == (facts.posted >= moment).sum()
    assert (part.received.came >= moment).all()


def test_posts_that_went_leave_every_column(facts: Facts) -> None:
    kept = facts.number[::2]
    part = facts.among(kept)
    assert (part.number == kept).all()
    assert part.posts == len(part.likes) == len(part.author.of) == len(part.signals["question"])
    assert set(part.received.post.tolist()) <= set(kept.tolist())
    assert 0 < len(part.received.came) < len(facts.received.came)


def test_a_community_is_active_quiet_or_left_behind(facts: Facts) -> None:
    found = {each.name: each for each in communities(facts)}
    assert found["x.example"].state == "active"
    assert found["linkedin.example"].state == "left behind"
    for each in found.values():
        assert (each.state == "left behind") == (each.days_ago >= 365)


def _only_answers_count(facts: Facts) -> Facts:
    from dataclasses import replace

    none = np.full(facts.posts, UNKNOWN)
    return replace(facts, likes=none, shares=none)
