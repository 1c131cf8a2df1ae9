"""Mastodon: counts of a status, and who answered it or the person's own answers."""

from typing import Any

import pytest

from agent.collectors import Gone, Misshapen, NotAsked, Refused
from agent.collectors.mastodon import collector
from tests.agent.collectors.api import Api, Says, collect, numbers, people

ID = "112233445566778899"
MINE = f"https://fosstodon.org/@me/{ID}"


def status(number: str, acct: str, parent: str | None = None, **facts: Any) -> dict[str, Any]:
    """As in entities/Status of the documentation, with some of what isn't used."""
    return {
        "id": number,
        "created_at": "2026-11-20T13:07:35.123Z",
        "in_reply_to_id": parent,
        "sensitive": False,
        "visibility": "public",
        "uri": f"https://fosstodon.org/users/{acct}/statuses/{number}",
        "url": f"https://fosstodon.org/@{acct}/{number}",
        "replies_count": 0,
        "reblogs_count": 0,
        "favourites_count": 0,
        "content": f"<p>From {acct}<br>&amp; co</p>",
        "account": {"id": "1", "username": acct.partition("@")[0], "acct": acct},
        **facts,
    }


def test_the_counts_of_a_status(api: Api) -> None:
    api.answers[f"/api/v1/statuses/{ID}"] = status(ID, "me", favourites_count=12, reblogs_count=3)
    found = collect(collector, api, MINE)
    assert numbers(found) == {"likes": 12, "replies": 0, "shares": 3, "views": None}
    assert (found.author, found.replies) == ("me", ())
    assert api.paths == [f"/api/v1/statuses/{ID}"], "Who has no answers isn't asked for them."


def test_answers_to_it_and_to_ones_own_answers_are_found_and_no_others(api: Api) -> None:
    api.answers[f"/api/v1/statuses/{ID}"] = status(ID, "me", replies_count=3)
    api.answers[f"/api/v1/statuses/{ID}/context"] = {
        "ancestors": [status("1", "kim")],
        "descendants": [
            status("2", "maria", ID),
            status("3", "jonas@other.example", ID, url="https://other.example/@jonas/300"),
            status("4", "me", "2"),
            status("5", "maria", "4"),
            status("6", "kim", "2"),
            status("7", "maria", ID, visibility="direct"),
        ],
    }
    found = collect(collector, api, MINE)
    assert [each.author for each in found.replies] == ["maria", "jonas@other.example", "me", "maria"]
    assert [each.answers for each in found.replies] == [
        None,
        None,
        "https://fosstodon.org/@maria/2",
        "https://fosstodon.org/@me/4",
    ]
    assert found.replies[1].permalink == "https://other.example/@jonas/300"
    assert found.replies[0].text == "From maria\n& co"
    assert found.replies[0].written_at.isoformat() == "2026-11-20T13:07:35.123000+00:00"
    assert {text for _, text in people(collect(collector, api, MINE, with_text=False))} == {None}


def test_what_an_instance_does_not_tell_stays_unknown(api: Api) -> None:
    bare = status(ID, "me")
    del bare["favourites_count"], bare["replies_count"], bare["created_at"]
    api.answers[f"/api/v1/statuses/{ID}"] = bare | {"reblogs_count": None}
    api.answers[f"/api/v1/statuses/{ID}/context"] = {"ancestors": [], "descendants": []}
    assert set(numbers(collect(collector, api, MINE)).values()) == {None}


@pytest.mark.parametrize(
    "permalink",
    [f"https://fosstodon.org/users/me/statuses/{ID}", f"https://fosstodon.org/@me@fosstodon.org/{ID}/"],
)
def test_other_addresses_of_a_status_will_do(api: Api, permalink: str) -> None:
    api.answers[f"/api/v1/statuses/{ID}"] = status(ID, "me", favourites_count=1)
    assert numbers(collect(collector, api, permalink))["likes"] == 1


@pytest.mark.parametrize("permalink", ["https://fosstodon.org/@me", "https://fosstodon.org/tags/builds/x"])
def test_what_is_no_status_is_not_asked_for(api: Api, permalink: str) -> None:
    with pytest.raises(NotAsked):
        collect(collector, api, permalink)
    assert api.asked == []


@pytest.mark.parametrize(
    ("says", "error"), [(Says({}, 404), Gone), (Says({}, 401), Refused), ({}, Misshapen)]
)
def test_what_is_not_shown_is_said(api: Api, says: Any, error: type[Exception]) -> None:
    api.answers[f"/api/v1/statuses/{ID}"] = says
    with pytest.raises(error, match=r"fosstodon\.org"):
        collect(collector, api, MINE)
