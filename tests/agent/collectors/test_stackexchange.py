"""Stack Exchange: questions, answers and comments of all its sites; its own back-off is obeyed."""

from datetime import timedelta
from typing import Any

import pytest

from agent.collectors import Asking, Fetcher, Gone, NotAsked, SlowDown, Wanted
from agent.collectors.stackexchange import collector
from agent.store.clock import now
from tests.agent.collectors.api import POSTED_AT, Api, Says, collect, numbers, people

QUESTION = "https://stackoverflow.com/questions/5/how-do-i-move-builds"
ME, MARIA = {"user_id": 1, "display_name": "Me"}, {"user_id": 2, "display_name": "Maria"}


def wrapped(*items: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """The common wrapper object of the documentation."""
    return {"items": list(items), "has_more": False, "quota_max": 300, "quota_remaining": 290, **facts}


def test_a_question_with_its_answers(api: Api) -> None:
    api.answers["/2.3/questions/5"] = wrapped(
        {
            "question_id": 5,
            "score": 7,
            "answer_count": 1,
            "view_count": 1234,
            "owner": ME,
            "is_answered": True,
        }
    )
    api.answers["/2.3/questions/5/answers"] = wrapped(
        {
            "answer_id": 77,
            "question_id": 5,
            "owner": MARIA,
            "creation_date": 1_795_176_000,
            "body": "<p>Try <b>this</b></p>",
        }
    )
    found = collect(collector, api, QUESTION)
    assert numbers(found) == {"likes": 7, "replies": 1, "shares": None, "views": 1234}
    assert (found.author, people(found)) == ("Me", [("Maria", "Try this")])
    assert found.replies[0].address == "stackoverflow.com/post/77"
    assert api.asked[0].query["site"] == "stackoverflow.com"
    assert api.asked[0].query["filter"] == "withbody"
    collect(collector, api, QUESTION, with_text=False)
    assert api.asked[-1].query["filter"] == "default", "A text that isn't kept isn't fetched."


@pytest.mark.parametrize("path", ["a/77", "questions/5/how/77#77", "a/77/1"])
def test_an_answer_is_answered_by_comments(api: Api, path: str) -> None:
    api.answers["/2.3/answers/77"] = wrapped({"answer_id": 77, "score": -2, "owner": ME})
    api.answers["/2.3/answers/77/comments"] = wrapped(
        {"comment_id": 9, "post_id": 77, "owner": MARIA, "score": 1}
    )
    found = collect(collector, api, f"https://cooking.stackexchange.com/{path}")
    assert numbers(found) == {"likes": None, "replies": 1, "shares": None, "views": None}
    assert found.replies[0].address == "cooking.stackexchange.com/comment/9"


def test_a_comment_has_a_score_and_nothing_else(api: Api) -> None:
    api.answers["/2.3/comments/9"] = wrapped({"comment_id": 9, "post_id": 77, "owner": ME, "score": 3})
    found = collect(collector, api, f"{QUESTION}#comment9_77")
    assert numbers(found) == {"likes": 3, "replies": None, "shares": None, "views": None}


def test_a_post_that_is_gone_is_said(api: Api) -> None:
    api.answers["/2.3/questions/5"] = wrapped()
    with pytest.raises(Gone):
        collect(collector, api, QUESTION)


def test_its_back_off_and_its_quota_are_obeyed(api: Api) -> None:
    api.answers["/2.3/comments/9"] = wrapped({"score": 3, "owner": ME}, backoff=100)
    asking = Asking(Fetcher({collector.api: api.base}), collector.api, {}, lambda: False)
    collector.read(Wanted(f"{QUESTION}#comment9_77", POSTED_AT), asking)
    assert asking.rest_until > now() + timedelta(seconds=90)
    api.answers["/2.3/comments/9"] = wrapped({"score": 3, "owner": ME}, quota_remaining=0)
    with pytest.raises(SlowDown, match="today"):
        collect(collector, api, f"{QUESTION}#comment9_77")
    api.answers["/2.3/comments/9"] = Says({"error_id": 502, "error_name": "throttle_violation"}, 502)
    with pytest.raises(SlowDown):
        collect(collector, api, f"{QUESTION}#comment9_77")


def test_what_is_no_post_is_not_asked_for(api: Api) -> None:
    with pytest.raises(NotAsked):
        collect(collector, api, "https://stackoverflow.com/users/1/me")
    assert api.asked == []
