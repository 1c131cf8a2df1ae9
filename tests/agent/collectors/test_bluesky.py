"""Bluesky: a post and its thread in one answer of the public API."""

from typing import Any

import pytest

from agent.collectors import Gone, NotAsked
from agent.collectors.bluesky import collector
from tests.agent.collectors.api import Api, collect, numbers, people

MINE = "https://bsky.app/profile/me.bsky.social/post/3kabc"
PATH = "/xrpc/app.bsky.feed.getPostThread"
VIEW = "app.bsky.feed.defs#threadViewPost"


def view(who: str, key: str, text: str = "Hi", replies: Any = None, **counts: int) -> dict[str, Any]:
    """As in the lexicon's threadViewPost, with some of what isn't used."""
    shown: dict[str, Any] = {
        "$type": VIEW,
        "post": {
            "uri": f"at://did:plc:{who}/app.bsky.feed.post/{key}",
            "cid": "bafy",
            "author": {"did": f"did:plc:{who}", "handle": f"{who}.bsky.social", "displayName": who.title()},
            "record": {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-11-20T14:00:00.000Z"},
            "indexedAt": "2026-11-20T14:00:01.000Z",
            **counts,
        },
    }
    return shown | ({"replies": replies} if replies is not None else {})


def test_counts_and_answers_come_in_one_request(api: Api) -> None:
    blocked = {"$type": "app.bsky.feed.defs#blockedPost", "uri": "at://x", "blocked": True}
    below = [
        view("maria", "3k1", "It worked.", [view("me", "3k2", "Good!", [view("maria", "3k3", "Yes.")])]),
        view("jonas", "3k4", "Not here.", [view("kim", "3k5", "Why, jonas?")]),
        blocked,
    ]
    api.answers[PATH] = {
        "thread": view("me", "3kabc", replies=below, likeCount=12, replyCount=3, repostCount=0, quoteCount=5)
    }
    found = collect(collector, api, MINE)
    assert numbers(found) == {"likes": 12, "replies": 3, "shares": 0, "views": None}
    assert found.author == "me.bsky.social"
    assert people(found) == [
        ("maria.bsky.social", "It worked."),
        ("me.bsky.social", "Good!"),
        ("maria.bsky.social", "Yes."),
        ("jonas.bsky.social", "Not here."),
    ]
    assert [each.address for each in found.replies] == [f"bsky.app/post/3k{n}" for n in (1, 2, 3, 4)]
    assert found.replies[2].answers == "https://bsky.app/profile/did:plc:me/post/3k2"
    (asked,) = api.asked
    assert asked.query["uri"] == "at://me.bsky.social/app.bsky.feed.post/3kabc"


def test_what_is_not_told_stays_unknown(api: Api) -> None:
    api.answers[PATH] = {"thread": view("me", "3kabc")}
    assert set(numbers(collect(collector, api, MINE)).values()) == {None}


@pytest.mark.parametrize("kind", ["notFoundPost", "blockedPost"])
def test_a_post_that_is_gone_is_said(api: Api, kind: str) -> None:
    api.answers[PATH] = {"thread": {"$type": f"app.bsky.feed.defs#{kind}", "uri": "at://x"}}
    with pytest.raises(Gone, match="Bluesky doesn't show this post"):
        collect(collector, api, MINE)


def test_what_is_no_post_is_not_asked_for(api: Api) -> None:
    with pytest.raises(NotAsked):
        collect(collector, api, "https://bsky.app/profile/me.bsky.social")
    assert api.asked == []
