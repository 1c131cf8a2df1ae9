"""Whenever a person sees their own post on a page, the log learns what came back, and what became of it."""

from typing import Any

import pytest

from tests.agent_process import RunningAgent
from tests.extension.either import Page, Person
from tests.extension.go_between import GoBetween
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
EDIT = (
    "([id, text]) => { document.getElementById(id).querySelector('.js-comment-text p').textContent = text; }"
)
REMOVED = """(id) => {
  const item = document.querySelector(".comments_list__item:has(.fa-trash-o)").cloneNode(true);
  item.id = id;
  item.querySelector(".comments_list__item__info a").textContent = "jonas";
  document.querySelector(".comments_list").append(item);
}"""
LOOK_AGAIN = "() => document.dispatchEvent(new Event('visibilitychange'))"
KEPT = "chrome.storage.session.get('shown').then(({shown}) => Object.values(shown).map(({post}) => post))"
TEXT = "We only counted the letters."
NOBODY = "127.0.0.1:1"


def log_post(agent: RunningAgent, key: str, uuid: str, permalink: str) -> None:
    post = {"text": TEXT, "posted_at": "2026-11-20T10:00:00Z", "permalink": permalink}
    agent.call("PUT", f"/v1/posts/{uuid}", post, key=key).raise_for_status()


def came_back(agent: RunningAgent, key: str, uuid: str) -> dict[str, Any]:
    answer = agent.call("GET", f"/v1/posts/{uuid}/engagement", key=key)
    return dict(answer.json()["now"])


@pytest.fixture
def own_id(browser: Person) -> str:
    """The id of the person's own post, another one in each browser. It doesn't tell when it was made."""
    return f"0193a{len(browser.name):03}-0000-4000-8000-{len(browser.name):012}"


def test_counts_of_ones_own_posts_reach_the_log_and_nobody_elses(
    browser: Person, agent: RunningAgent, key: str, site: SocialSite, own_id: str
) -> None:
    others_id = own_id.replace("-8000-", "-9000-")
    log_post(agent, key, own_id, f"{site.url('spirit')}#c{own_id[-2:]}1")
    log_post(agent, key, others_id, f"{site.url('spirit')}#c{own_id[-2:]}2")
    page = browser.open(site.url("spirit"))
    show(page, f"c{own_id[-2:]}2", "Maria Lindqvist", 9)
    show(page, f"c{own_id[-2:]}1", "jonas", 4)
    counts = eventually(lambda: likes(came_back(agent, key, own_id)), "the counts to be known")
    assert counts == 4
    assert likes(came_back(agent, key, others_id)) is None, "It isn't the person's own."

    edited = "Half of all answers came by mail, and a third by phone. Edited: I had counted only June."
    page.evaluate(EDIT, [f"c{own_id[-2:]}1", edited])
    page.evaluate(LOOK_AGAIN)

    def logged() -> str:
        return str(agent.call("GET", f"/v1/posts/{own_id}", key=key).json()["text"])

    eventually(lambda: logged() == edited, "the log to hold what the page shows now")
    page.close()


def test_what_the_agent_did_not_hear_is_told_again(
    between: GoBetween, browser: Person, agent: RunningAgent, key: str, site: SocialSite, own_id: str
) -> None:
    unheard_id = own_id.replace("-8000-", "-b000-")
    item = f"c{own_id[-2:]}4"
    log_post(agent, key, unheard_id, f"{site.url('spirit')}#{item}")
    reached, between.agent = between.agent, NOBODY
    page = browser.open(site.url("spirit"))
    show(page, item, "jonas", 6)
    page.evaluate(LOOK_AGAIN)
    eventually(lambda: any(path == "/v1/engagement" for _, path, _ in between.calls), "a call in vain")
    between.agent = reached

    def known() -> int | None:
        page.evaluate(LOOK_AGAIN)
        return likes(came_back(agent, key, unheard_id))

    assert eventually(known, "the counts to be known") == 6
    page.close()


def test_a_post_that_was_taken_back_is_marked_in_the_log(
    browser: Person, agent: RunningAgent, key: str, site: SocialSite, own_id: str
) -> None:
    gone_id = own_id.replace("-8000-", "-a000-")
    item = f"c{own_id[-2:]}3"
    log_post(agent, key, gone_id, f"{site.url('spirit')}#{item}")
    page = browser.open(site.url("spirit"))

    def gone_at() -> str | None:
        return agent.call("GET", f"/v1/posts/{gone_id}", key=key).json()["gone_at"]

    assert gone_at() is None
    page.evaluate(REMOVED, item)
    page.evaluate(LOOK_AGAIN)
    eventually(gone_at, "the log to know that it was taken back")
    page.close()


def test_the_texts_by_which_edits_are_known_take_no_more_room_than_there_is(
    browser: Person, agent: RunningAgent, key: str, site: SocialSite, own_id: str
) -> None:
    item = f"c{own_id[-2:]}5"
    log_post(agent, key, own_id, f"{site.url('spirit')}#{item}")
    long = [{"post": name, "bare": "a" * 499_990, "gone": False} for name in ("first", "second")]
    browser.inside("shown => chrome.storage.session.set({shown})", long)
    page = browser.open(site.url("spirit"))
    show(page, item, "jonas", 6)

    def kept() -> list[str]:
        return list(browser.inside(KEPT))

    eventually(lambda: own_id in kept(), "the newest to be kept")
    assert kept() == ["second", own_id]
    page.close()


def show(page: Page, item: str, author: str, count: int) -> None:
    page.evaluate(ITEM, [item, author, TEXT, str(count)])
    page.evaluate(LOOK_AGAIN)


def likes(counts: dict[str, Any]) -> int | None:
    return counts["likes"] and int(counts["likes"]["value"])
