"""Lemmy: a post or comment, and the comments below it."""

from typing import Any

import pytest

from agent.collectors import Gone, NotAsked
from agent.collectors.lemmy import collector
from tests.agent.collectors.api import Api, Says, collect, numbers, people

HOME = "https://lemmy.example"


def creator(name: str, instance: str = "lemmy.example") -> dict[str, Any]:
    return {"id": 1, "name": name, "actor_id": f"https://{instance}/u/{name}", "local": True}


def comment(
    number: int, name: str, path: str, instance: str = "lemmy.example", **facts: Any
) -> dict[str, Any]:
    """A comment_view of the interface, with some of what isn't used."""
    return {
        "comment": {
            "id": number,
            "content": f"From {name}",
            "published": "2026-11-20T14:00:00.123456Z",
            "ap_id": f"https://{instance}/comment/{number}",
            "path": path,
            "deleted": False,
            "removed": False,
            **facts,
        },
        "creator": creator(name, instance),
        "counts": {"score": 1, "upvotes": 2, "downvotes": 1, "child_count": 1},
    }


def test_a_post_with_what_is_said_below(api: Api) -> None:
    api.answers["/api/v3/post"] = {
        "post_view": {
            "post": {"id": 5},
            "creator": creator("me"),
            "counts": {"comments": 4, "score": 10, "upvotes": 12, "downvotes": 2},
        }
    }
    api.answers["/api/v3/comment/list"] = {
        "comments": [
            comment(21, "maria", "0.21", "other.example"),
            comment(22, "me", "0.21.22"),
            comment(23, "maria", "0.21.22.23", "other.example"),
            comment(24, "kim", "0.21.24"),
            comment(25, "jonas", "0.25", deleted=True),
        ]
    }
    found = collect(collector, api, f"{HOME}/post/5")
    assert numbers(found) == {"likes": 12, "replies": 4, "shares": None, "views": None}
    assert found.author == "me@lemmy.example"
    assert people(found) == [
        ("maria@other.example", "From maria"),
        ("me@lemmy.example", "From me"),
        ("maria@other.example", "From maria"),
    ], "Kim answered Maria."
    assert [each.answers for each in found.replies] == [None, f"{HOME}/comment/21", f"{HOME}/comment/22"]
    assert api.asked[1].query["post_id"] == "5"


@pytest.mark.parametrize("path", ["comment/21", "post/5/21"])
def test_a_comment_with_its_answers(api: Api, path: str) -> None:
    api.answers["/api/v3/comment"] = {"comment_view": comment(21, "me", "0.21")}
    api.answers["/api/v3/comment/list"] = {
        "comments": [comment(21, "me", "0.21"), comment(26, "maria", "0.21.26")]
    }
    found = collect(collector, api, f"{HOME}/{path}")
    assert numbers(found) == {"likes": 2, "replies": 1, "shares": None, "views": None}
    assert people(found) == [("maria@lemmy.example", "From maria")]
    assert found.replies[0].answers is None
    assert api.asked[1].query["parent_id"] == "21"


def test_what_is_not_told_stays_unknown_and_none_is_none(api: Api) -> None:
    view = comment(21, "me", "0.21") | {"counts": {"child_count": 0}}
    api.answers["/api/v3/comment"] = {"comment_view": view}
    assert numbers(collect(collector, api, f"{HOME}/comment/21")) == {
        "likes": None,
        "replies": 0,
        "shares": None,
        "views": None,
    }
    assert len(api.asked) == 1


def test_what_is_not_shown_is_said_and_what_is_no_post_not_asked_for(api: Api) -> None:
    api.answers["/api/v3/post"] = Says({"error": "couldnt_find_post"}, 404)
    with pytest.raises(Gone):
        collect(collector, api, f"{HOME}/post/5")
    asked = len(api.asked)
    with pytest.raises(NotAsked):
        collect(collector, api, f"{HOME}/c/builds")
    assert len(api.asked) == asked
