"""Hacker News: points of stories, and each new answer asked for by itself."""

from typing import Any

import pytest

from agent.collectors import Gone, NotAsked
from agent.collectors.hackernews import collector
from tests.agent.collectors.api import Api, collect, numbers, people

STORY, COMMENT = "https://news.ycombinator.com/item?id=100", "https://news.ycombinator.com/item?id=200"


def item(number: int, kind: str, **facts: Any) -> dict[str, Any]:
    """As in the documentation of `/v0/item`."""
    return {"id": number, "type": kind, "by": "me", "time": 1_795_176_000, **facts}


def test_a_story_has_points_and_counts_all_that_was_said_below(api: Api) -> None:
    api.answers |= {
        "/v0/item/100.json": item(
            100, "story", score=57, descendants=9, kids=[101, 102, 103], title="Builds"
        ),
        "/v0/item/101.json": item(
            101, "comment", by="maria", text="It&#x27;s <i>fine</i>.<p>Really.", parent=100
        ),
        "/v0/item/102.json": item(102, "comment", deleted=True, parent=100),
        "/v0/item/103.json": None,
    }
    found = collect(collector, api, STORY)
    assert numbers(found) == {"likes": 57, "replies": 9, "shares": None, "views": None}
    assert people(found) == [("maria", "It's fine.\n\nReally.")]
    assert found.replies[0].permalink == "https://news.ycombinator.com/item?id=101"
    assert found.replies[0].written_at.isoformat() == "2026-11-20T12:00:00+00:00"


def test_points_of_a_comment_are_unknown_and_known_answers_not_asked_for_again(api: Api) -> None:
    api.answers |= {
        "/v0/item/200.json": item(200, "comment", kids=[201, 202], text="Port 8080.", parent=100),
        "/v0/item/202.json": item(202, "comment", by="jonas", parent=200),
    }
    found = collect(collector, api, COMMENT, known=frozenset({"news.ycombinator.com/item/201"}))
    assert numbers(found) == {"likes": None, "replies": 2, "shares": None, "views": None}
    assert people(found) == [("jonas", None)]
    assert api.paths == ["/v0/item/200.json", "/v0/item/202.json"]


def test_of_many_answers_a_few_are_asked_for_at_once(api: Api) -> None:
    api.answers["/v0/item/200.json"] = item(200, "comment", kids=list(range(300, 360)))
    api.answers |= {f"/v0/item/{each}.json": item(each, "comment", by="kim") for each in range(300, 360)}
    assert len(collect(collector, api, COMMENT).replies) == 10
    assert len(api.asked) == 11


def test_the_address_after_commenting_means_the_comment(api: Api) -> None:
    api.answers["/v0/item/200.json"] = item(200, "comment")
    collect(collector, api, "https://news.ycombinator.com/item?id=100#200")
    assert api.paths == ["/v0/item/200.json"]


@pytest.mark.parametrize("gone", [None, {"id": 200, "deleted": True}, {"id": 200, "dead": True}])
def test_an_item_that_is_gone_is_said(api: Api, gone: Any) -> None:
    api.answers["/v0/item/200.json"] = gone
    with pytest.raises(Gone):
        collect(collector, api, COMMENT)


@pytest.mark.parametrize("path", ["user?id=me", "item?id=x", "item"])
def test_what_is_no_item_is_not_asked_for(api: Api, path: str) -> None:
    with pytest.raises(NotAsked):
        collect(collector, api, f"https://news.ycombinator.com/{path}")
    assert api.asked == []
