"""Discourse: one's own topic with all that is said in it, or one post with the answers to it."""

from typing import Any

import pytest

from agent.collectors import Gone, Misshapen, NotAsked, SlowDown
from agent.collectors.discourse import collector
from tests.agent.collectors.api import Api, Says, collect, numbers, people

TOPIC = "https://forum.example/t/how-we-moved/123"


def shown(
    number: int, username: str, answers: int | None = None, likes: int | None = None, **facts: Any
) -> dict[str, Any]:
    """A post as its serializer writes it, with some of what isn't used."""
    return {
        "id": 1_000 + number,
        "post_number": number,
        "username": username,
        "created_at": "2026-11-20T14:00:00.000Z",
        "cooked": f"<p>From <em>{username}</em></p>",
        "reply_count": 0,
        "reply_to_post_number": answers,
        "reads": 12,
        "actions_summary": [] if likes is None else [{"id": 2, "count": likes}, {"id": 3, "can_act": True}],
        **facts,
    }


def topic(*posts: dict[str, Any], **facts: Any) -> dict[str, Any]:
    return {
        "id": 123,
        "posts_count": len(posts),
        "views": 345,
        "like_count": 40,
        **facts,
        "post_stream": {"posts": list(posts), "stream": [1]},
    }


@pytest.mark.parametrize("permalink", [TOPIC, f"{TOPIC}/1", "https://forum.example/t/123"])
def test_ones_own_topic_is_answered_by_what_is_said_in_it(api: Api, permalink: str) -> None:
    api.answers["/t/123.json"] = topic(
        shown(1, "me", likes=9),
        shown(2, "maria"),
        shown(3, "jonas", 2),
        shown(4, "me", 2),
        shown(5, "maria", 4),
        shown(6, "kim", 1),
    )
    found = collect(collector, api, permalink)
    assert numbers(found) == {"likes": 9, "replies": 5, "shares": None, "views": 345}
    assert people(found) == [
        ("maria", "From maria"),
        ("me", "From me"),
        ("maria", "From maria"),
        ("kim", "From kim"),
    ], "Jonas answered Maria."
    assert found.replies[2].address == "forum.example/t/123/5"
    assert found.replies[2].answers == "https://forum.example/t/123/4"


def test_a_post_is_answered_by_those_that_answer_it(api: Api) -> None:
    api.answers["/posts/by_number/123/4.json"] = shown(4, "me", 2, likes=1, reply_count=1)
    api.answers["/posts/1004/replies.json"] = [shown(7, "maria", 4)]
    found = collect(collector, api, f"{TOPIC}/4")
    assert numbers(found) == {"likes": 1, "replies": 1, "shares": None, "views": None}
    assert (people(found), found.replies[0].answers) == ([("maria", "From maria")], None)


def test_a_post_without_answers_is_one_request_and_no_like_is_none(api: Api) -> None:
    api.answers["/posts/by_number/123/4.json"] = shown(4, "me")
    assert numbers(collect(collector, api, f"{TOPIC}/4"))["likes"] == 0
    assert len(api.asked) == 1
    api.answers["/posts/by_number/123/4.json"] = shown(4, "me") | {"actions_summary": None}
    assert numbers(collect(collector, api, f"{TOPIC}/4"))["likes"] is None


def test_a_forum_below_a_folder_is_asked_there(api: Api) -> None:
    api.answers["/community/posts/by_number/123/4.json"] = shown(4, "me")
    collect(collector, api, "https://blog.example/community/t/how-we-moved/123/4")
    assert api.paths == ["/community/posts/by_number/123/4.json"]


@pytest.mark.parametrize(
    ("says", "error"),
    [
        (Says({"errors": ["not found"]}, 404), Gone),
        (Says({}, 429, {"Retry-After": "30"}), SlowDown),
        (Says(raw=b"<html>Log in</html>"), Misshapen),
    ],
)
def test_what_is_not_shown_is_said(api: Api, says: Any, error: type[Exception]) -> None:
    api.answers["/posts/by_number/123/4.json"] = says
    with pytest.raises(error):
        collect(collector, api, f"{TOPIC}/4")


def test_what_is_no_post_is_not_asked_for(api: Api) -> None:
    with pytest.raises(NotAsked):
        collect(collector, api, "https://forum.example/u/me/activity")
    assert api.asked == []
