"""GitHub: issues, pull requests and comments; reactions that aren't against it count as likes."""

from typing import Any

import pytest

from agent.collectors import NotAsked, SlowDown
from agent.collectors.github import collector
from tests.agent.collectors.api import Api, Says, collect, numbers, people

ISSUE = "https://github.com/quokka/builds/issues/5"
REPO = "/repos/quokka/builds"
REACTIONS = {
    "url": "x",
    "total_count": 9,
    "+1": 5,
    "-1": 2,
    "laugh": 0,
    "confused": 1,
    "heart": 1,
    "hooray": 0,
}


def written(number: int, login: str | None, body: str = "Hi", **facts: Any) -> dict[str, Any]:
    """An issue or a comment as in the REST documentation, with some of what isn't used."""
    return {
        "id": number,
        "node_id": "x",
        "html_url": f"{ISSUE}#issuecomment-{number}",
        "user": {"login": login, "id": 1} if login else None,
        "created_at": "2026-11-20T14:00:00Z",
        "body": body,
        **facts,
    }


def test_whatever_is_said_in_ones_own_issue_answers_it(api: Api) -> None:
    api.answers[f"{REPO}/issues/5"] = written(1, "me", comments=2, reactions=REACTIONS, html_url=ISSUE)
    api.answers[f"{REPO}/issues/5/comments"] = [written(2, "maria"), written(3, None, "Gone since.")]
    found = collect(collector, api, ISSUE)
    assert numbers(found) == {"likes": 6, "replies": 2, "shares": None, "views": None}
    assert found.author == "me"
    assert people(found) == [("maria", "Hi"), (None, "Gone since.")]
    assert found.replies[0].address == "github.com/quokka/builds/5#issuecomment-2"
    assert api.asked[1].query == {"since": "2026-11-20T12:00:00.000Z", "per_page": "100"}


def test_an_issue_without_comments_is_one_request(api: Api) -> None:
    api.answers[f"{REPO}/issues/5"] = written(1, "me", comments=0)
    found = collect(collector, api, "https://github.com/quokka/builds/pull/5/files")
    assert numbers(found) == {"likes": None, "replies": 0, "shares": None, "views": None}
    assert len(api.asked) == 1


def test_a_comment_is_answered_by_who_names_its_writer(api: Api) -> None:
    api.answers[f"{REPO}/issues/comments/77"] = written(
        77, "Me", reactions={"total_count": 0, "-1": 0, "confused": 0}
    )
    api.answers[f"{REPO}/issues/5/comments"] = [
        written(77, "Me"),
        written(78, "maria", "Good point, @me!"),
        written(79, "jonas", "Ask @me-too or mail a@me.example."),
        written(80, "Me", "Done."),
    ]
    found = collect(collector, api, f"{ISSUE}#issuecomment-77")
    assert numbers(found) == {"likes": 0, "replies": None, "shares": None, "views": None}
    assert people(found) == [("maria", "Good point, @me!"), ("Me", "Done.")]


def test_a_review_comment_is_answered_in_its_own_thread(api: Api) -> None:
    api.answers[f"{REPO}/pulls/comments/90"] = written(90, "me")
    api.answers[f"{REPO}/pulls/5/comments"] = [
        written(90, "me"),
        written(91, "maria", in_reply_to_id=90),
        written(92, "jonas", in_reply_to_id=44),
    ]
    found = collect(collector, api, "https://github.com/quokka/builds/pull/5#discussion_r90")
    assert (numbers(found)["replies"], people(found)) == (1, [("maria", "Hi")])


def test_a_spent_limit_is_obeyed(api: Api) -> None:
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "4102444800"}
    api.answers[f"{REPO}/issues/5"] = Says({"message": "API rate limit exceeded"}, 403, headers)
    with pytest.raises(SlowDown, match="left alone") as caught:
        collect(collector, api, ISSUE)
    assert caught.value.until is not None


@pytest.mark.parametrize("path", ["", "/discussions/7#discussioncomment-1", "/commit/abc#commitcomment-2"])
def test_what_needs_a_key_is_not_asked_for(api: Api, path: str) -> None:
    with pytest.raises(NotAsked):
        collect(collector, api, f"https://github.com/quokka/builds{path}")
    assert api.asked == []
