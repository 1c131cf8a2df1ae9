"""Whenever a person sees their own post on a page, the log learns what came back."""

from typing import Any

import pytest

from tests.agent_process import RunningAgent
from tests.extension.either import Page, Person
from tests.extension.reach import eventually
from tests.extension.social_site import SocialSite

ITEM = """([id, author, text, likes]) => {
  const item = document.querySelector(".comments_list__comment").cloneNode(true);
  item.id = id;
  item.querySelector(".comment__info__username__link span").textContent = author;
  item.querySelector(".js-comment-text p").textContent = text;
  item.querySelector(".js-like").dataset.count = likes;
  document.querySelector(".comments_list").append(item);
}"""
LOOK_AGAIN = "() => document.dispatchEvent(new Event('visibilitychange'))"
TEXT = "Half of all answers came by mail."


@pytest.fixture(scope="module")
def key(agent: RunningAgent) -> str:
    """A key of the test's own, to read the log with."""
    return agent.pair()


def log_post(agent: RunningAgent, key: str, uuid: str, permalink: str) -> None:
    post = {"text": TEXT, "posted_at": "2026-11-20T10:00:00Z", "permalink": permalink}
    agent.call("PUT", f"/v1/posts/{uuid}", post, key=key).raise_for_status()


def came_back(agent: RunningAgent, key: str, uuid: str) -> dict[str, Any]:
    answer = agent.call("GET", f"/v1/posts/{uuid}/engagement", key=key)
    return dict(answer.json()["now"])


def test_counts_of_ones_own_posts_reach_the_log_and_nobody_elses(
    browser: Person, agent: RunningAgent, key: str, site: SocialSite
) -> None:
    own = f"0193a{len(browser.name):03}-0000-7000-8000-000000000001"
    others = f"0193a{len(browser.name):03}-0000-7000-8000-000000000002"
    name = f"c{len(browser.name)}"
    log_post(agent, key, own, f"{site.url('spirit')}#{name}1")
    log_post(agent, key, others, f"{site.url('spirit')}#{name}2")
    page = browser.open(site.url("spirit"))
    show(page, f"{name}2", "Maria Lindqvist", 9)
    show(page, f"{name}1", "jonas", 4)
    counts = eventually(lambda: likes(came_back(agent, key, own)), "the counts to be known")
    assert counts == 4
    assert likes(came_back(agent, key, others)) is None, "It isn't the person's own."
    page.close()


def show(page: Page, item: str, author: str, count: int) -> None:
    page.evaluate(ITEM, [item, author, TEXT, str(count)])
    page.evaluate(LOOK_AGAIN)


def likes(counts: dict[str, Any]) -> int | None:
    return counts["likes"] and int(counts["likes"]["value"])
