"""WordPress: answers to a comment, and comments on one's own article. It counts no likes."""

from typing import Any

import pytest

from agent.collectors import Gone, NotAsked, Refused
from agent.collectors.wordpress import collector
from tests.agent.collectors.api import Api, Asked, Says, collect, numbers, people

ARTICLE = "https://blog.example/builds/"


def comment(number: int, name: str, parent: int = 0, author: int = 0) -> dict[str, Any]:
    """A comment as in the REST reference, with some of what isn't used."""
    return {
        "id": number,
        "post": 3,
        "parent": parent,
        "author": author,
        "author_name": name,
        "date": "2026-11-20T15:00:00",
        "date_gmt": "2026-11-20T14:00:00",
        "content": {"rendered": f"<p>From {name} &amp; co</p>\n"},
        "link": f"{ARTICLE}#comment-{number}",
        "type": "comment",
    }


def site(routes: dict[str, Any]) -> Any:
    """A blog whose REST routes answer so."""

    def answer(asked: Asked) -> Any:
        return routes.get(asked.query.get("rest_route", ""), Says({"code": "rest_no_route"}, 404))

    return answer


def test_a_comment_is_answered_by_its_children(api: Api) -> None:
    listed = Says([comment(9, "Maria", 7)], headers={"X-WP-Total": "1"})
    api.answers["/index.php"] = site({"/wp/v2/comments/7": comment(7, "Me"), "/wp/v2/comments": listed})
    found = collect(collector, api, f"{ARTICLE}#comment-7")
    assert numbers(found) == {"likes": None, "replies": 1, "shares": None, "views": None}
    assert (found.author, people(found)) == ("Me", [("Maria", "From Maria & co")])
    assert found.replies[0].address == "blog.example/builds#comment-9"
    assert found.replies[0].written_at.isoformat() == "2026-11-20T14:00:00+00:00"
    assert api.asked[1].query["parent"] == "7"


@pytest.mark.parametrize(
    ("permalink", "route", "article"),
    [
        (ARTICLE, "/wp/v2/posts", [{"id": 3, "author": 1}]),
        ("https://blog.example/2026/11/builds", "/wp/v2/posts", [{"id": 3, "author": 1}]),
        ("https://blog.example/?p=3", "/wp/v2/posts/3", {"id": 3, "author": 1}),
    ],
)
def test_an_article_is_answered_by_comments_that_answer_nobody_else(
    api: Api, permalink: str, route: str, article: Any
) -> None:
    listed = [
        comment(12, "Kim", 10),
        comment(11, "Me", 10, author=1),
        comment(10, "Maria"),
        comment(13, "Jonas", 11),
    ]
    api.answers["/index.php"] = site(
        {route: article, "/wp/v2/comments": Says(listed, headers={"X-WP-Total": "240"})}
    )
    found = collect(collector, api, permalink)
    assert numbers(found)["replies"] == 240
    assert [each.author for each in found.replies] == ["Me", "Maria", "Jonas"], "Kim answered Maria."
    assert found.replies[0].answers == f"{ARTICLE}#comment-10"
    assert found.author == "Me"


def test_where_the_total_is_not_told_a_full_page_leaves_it_unknown(api: Api) -> None:
    for listed, replies in (
        ([comment(9, "Maria", 7)], 1),
        ([comment(n, "Maria", 7) for n in range(100)], None),
    ):
        api.answers["/index.php"] = site(
            {
                "/wp/v2/comments/7": comment(7, "Me"),
                "/wp/v2/comments": Says(listed, headers={"X-WP-Total": "?"}),
            }
        )
        assert numbers(collect(collector, api, f"{ARTICLE}#comment-7"))["replies"] == replies


def test_what_is_not_shown_is_said(api: Api) -> None:
    api.answers["/index.php"] = site({"/wp/v2/posts": []})
    with pytest.raises(Gone):
        collect(collector, api, ARTICLE)
    api.answers["/index.php"] = Says({"code": "rest_not_logged_in"}, 401)
    with pytest.raises(Refused):
        collect(collector, api, ARTICLE)


def test_the_front_page_is_not_asked_about(api: Api) -> None:
    with pytest.raises(NotAsked):
        collect(collector, api, "https://blog.example/")
    assert api.asked == []
