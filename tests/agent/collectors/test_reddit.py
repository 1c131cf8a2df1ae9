"""Reddit: a post or comment with what is below it, in one listing of its public JSON."""

from typing import Any

import pytest

from agent.collectors import Gone, NotAsked, Refused
from agent.collectors.reddit import collector
from tests.agent.collectors.api import Api, Says, collect, numbers, people

POST = "https://www.reddit.com/r/selfhosted/comments/1abc/how_we_moved/"


def listing(*things: dict[str, Any]) -> dict[str, Any]:
    return {"kind": "Listing", "data": {"after": None, "children": list(things)}}


def comment(name: str, author: str, *replies: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """A comment as Reddit writes it: without answers, `replies` is an empty text."""
    data = {
        "name": f"t1_{name}",
        "author": author,
        "body": f"From {author}",
        "score": 3,
        "score_hidden": False,
        "created_utc": 1_795_176_000.0,
        "permalink": f"/r/selfhosted/comments/1abc/how_we_moved/{name}/",
        "replies": listing(*replies) if replies else "",
        **facts,
    }
    return {"kind": "t1", "data": data}


def post(**facts: Any) -> dict[str, Any]:
    data = {
        "name": "t3_1abc",
        "author": "me",
        "score": 57,
        "num_comments": 9,
        "created_utc": 1.0,
        "permalink": "/x",
    }
    return {"kind": "t3", "data": data | facts}


def test_a_post_with_what_is_said_below(api: Api) -> None:
    more = {"kind": "more", "data": {"count": 4, "name": "t1__", "children": ["a"]}}
    below = (
        comment("k1", "maria", comment("k2", "me", comment("k3", "maria")), comment("k4", "kim")),
        comment("k5", "[deleted]"),
        more,
    )
    api.answers["/comments/1abc.json"] = [listing(post()), listing(*below)]
    found = collect(collector, api, POST)
    assert numbers(found) == {"likes": 57, "replies": 9, "shares": None, "views": None}
    assert found.author == "me"
    assert people(found) == [("maria", "From maria"), ("me", "From me"), ("maria", "From maria")]
    assert [each.address for each in found.replies] == [f"reddit.com/comments/1abc/k{n}" for n in (1, 2, 3)]
    assert found.replies[2].answers == "https://www.reddit.com/r/selfhosted/comments/1abc/how_we_moved/k2/"


@pytest.mark.parametrize("permalink", [f"{POST}k1/", "https://old.reddit.com/comments/1abc/_/k1"])
def test_a_comment_counts_the_answers_that_are_shown_and_those_that_are_not(api: Api, permalink: str) -> None:
    more = {"kind": "more", "data": {"count": 4, "name": "t1__"}}
    mine = comment("k1", "me", comment("k2", "maria", comment("k9", "kim")), more, score=-3)
    api.answers["/comments/1abc/_/k1.json"] = [listing(post(author="kim")), listing(mine)]
    found = collect(collector, api, permalink.replace("old.", "www."))
    assert numbers(found) == {"likes": None, "replies": 5, "shares": None, "views": None}
    assert people(found) == [("maria", "From maria")]


def test_a_hidden_score_is_unknown(api: Api) -> None:
    mine = comment("k1", "me", score=1, score_hidden=True)
    api.answers["/comments/1abc/_/k1.json"] = [listing(post()), listing(mine)]
    assert numbers(collect(collector, api, f"{POST}k1/")) == {
        "likes": None,
        "replies": 0,
        "shares": None,
        "views": None,
    }


def test_what_is_not_shown_is_said_and_what_is_no_post_not_asked_for(api: Api) -> None:
    api.answers["/comments/1abc/_/k1.json"] = [listing(post()), listing()]
    with pytest.raises(Gone):
        collect(collector, api, f"{POST}k1/")
    api.answers["/comments/1abc.json"] = Says({"message": "Blocked"}, 403)
    with pytest.raises(Refused):
        collect(collector, api, POST)
    asked = len(api.asked)
    with pytest.raises(NotAsked):
        collect(collector, api, "https://www.reddit.com/r/selfhosted/")
    assert len(api.asked) == asked
