"""What came back is kept where it belongs to a logged post and says something new; unknown is unknown."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agent.schemas.engagement import Count, Counts
from agent.schemas.posts import NewPost
from agent.services import Services
from agent.store import imported
from agent.store.clock import now
from tests.agent.calls import Caller, new_id, new_post

PERMALINK = "https://x.com/maria/status/12"
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def counts(**numbers: int) -> Counts:
    return Counts(**{name: Count(value=number) for name, number in numbers.items()})


def rounded(number: int) -> Count:
    return Count(value=number, precision="rounded")


@pytest.fixture
def post(services: Services) -> str:
    """The id of a logged post at PERMALINK."""
    return logged(services, PERMALINK)


def logged(services: Services, permalink: str | None, **changes: Any) -> str:
    post_id = new_id()
    services.posts.put(post_id, NewPost.model_validate(new_post(permalink=permalink, **changes)))
    return post_id


def rows(services: Services) -> list[dict[str, Any]]:
    with services.log.reading() as db:
        return list(db.query("SELECT * FROM engagement ORDER BY id"))


def test_counts_seen_on_a_page_belong_to_the_post_at_any_of_its_addresses(
    browser: Caller, post: str, services: Services
) -> None:
    told = {
        "permalink": "http://twitter.com/Maria/status/12?s=20",
        "counts": {"likes": {"value": 12}, "views": {"value": 1_200, "precision": "rounded"}},
        "seen_at": "2026-11-25T19:00:00+01:00",
    }
    answer = browser("POST", "/v1/engagement", told)
    assert (answer.status_code, answer.json["outcome"], answer.json["post"]) == (200, "kept", post)
    (row,) = rows(services)
    assert row["seen_at"] == "2026-11-25T18:00:00.000Z"
    assert (row["source"], row["likes"], row["replies"], row["shares"]) == ("page", 12, None, None)
    assert (row["views"], row["views_precision"]) == (1_200, "rounded")


@pytest.mark.usefixtures("post")
def test_what_belongs_to_no_logged_post_is_not_kept_and_said_plainly(
    browser: Caller, services: Services
) -> None:
    told = {"permalink": "https://x.com/jonas/status/13", "counts": {"likes": {"value": 12}}}
    answer = browser("POST", "/v1/engagement", told).json
    assert (answer["outcome"], answer["post"]) == ("not_logged", None)
    assert "nothing was kept" in answer["sentence"]
    assert browser("POST", "/v1/engagement", told | {"counts": {}}).json["outcome"] == "not_logged"
    assert rows(services) == []
    with services.log.path.open("rb") as file:
        assert b"jonas" not in file.read()


def test_a_page_that_shows_no_counts_still_hears_which_post_it_shows(
    browser: Caller, post: str, services: Services
) -> None:
    told = {"permalink": "http://twitter.com/Maria/status/12?s=20", "counts": {}}
    answer = browser("POST", "/v1/engagement", told).json
    assert (answer["outcome"], answer["post"]) == ("nothing_known", post)
    assert rows(services) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"permalink": "not an address"},
        {"counts": {"likes": 3}},
        {"counts": {"likes": {"value": -1}}},
        {"counts": {"claps": {"value": 3}}},
        {"counts": {"likes": {"value": 3, "precision": "unknown"}}},
        {"seen_at": "yesterday"},
        {"posted": True},
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(browser: Caller, wrong: dict[str, Any]) -> None:
    told = {"permalink": PERMALINK, "counts": {"likes": {"value": 3}}} | wrong
    answer = browser("POST", "/v1/engagement", told)
    assert answer.status_code == 422
    assert answer.json["detail"]


def test_the_same_counts_widen_the_snapshot_and_add_none(services: Services, post: str) -> None:
    for hour, likes in enumerate((1, 1, 1, 2, 2)):
        services.engagement.seen(PERMALINK, counts(likes=likes, views=9), AT + timedelta(hours=hour))
    first, second = services.engagement.of(post).snapshots
    assert (first.counts, first.seen_at, first.seen_until) == (
        counts(likes=1, views=9),
        AT,
        AT + timedelta(hours=2),
    )
    assert (second.counts.likes, second.seen_until) == (Count(value=2), AT + timedelta(hours=4))


def test_a_page_that_shows_less_takes_nothing_back_and_adds_nothing(services: Services, post: str) -> None:
    services.engagement.seen(PERMALINK, counts(likes=5, views=90), AT)
    shown = services.engagement.seen(PERMALINK, counts(likes=5), AT + timedelta(hours=1))
    assert shown.outcome == "same"
    (row,) = rows(services)
    assert row["seen_until"] is None, "Nobody saw the views a second time."
    services.engagement.seen(PERMALINK, counts(likes=6), AT + timedelta(hours=2))
    assert services.engagement.of(post).now == counts(likes=6, views=90)


@pytest.mark.usefixtures("post")
@pytest.mark.parametrize(("number", "told"), [(1_200, True), (1_000, True), (1_300, False), (2_000, False)])
def test_a_round_number_tells_nothing_to_who_knows_the_exact_one(
    services: Services, number: int, told: bool
) -> None:
    services.engagement.seen(PERMALINK, counts(likes=1_234), AT)
    services.engagement.seen(PERMALINK, Counts(likes=rounded(number)), AT + timedelta(hours=1))
    assert len(rows(services)) == (1 if told else 2)


def test_an_exact_number_is_kept_after_a_round_one(services: Services, post: str) -> None:
    services.engagement.seen(PERMALINK, Counts(likes=rounded(1_200)), AT)
    services.engagement.seen(PERMALINK, counts(likes=1_234), AT + timedelta(hours=1))
    assert services.engagement.of(post).now == counts(likes=1_234)


def test_counts_by_hand_are_a_source_of_their_own(browser: Caller, services: Services, post: str) -> None:
    services.engagement.seen(PERMALINK, counts(likes=1), AT)
    answer = browser("POST", f"/v1/posts/{post}/engagement", {"counts": {"likes": {"value": 3}}})
    assert answer.status_code == 201
    assert [each["source"] for each in answer.json["snapshots"]] == ["page", "by_hand"]
    assert answer.json["now"]["likes"] == {"value": 3, "precision": "exact"}
    assert answer.json["now"]["shares"] is None
    assert browser("GET", f"/v1/posts/{post}/engagement").json == answer.json
    assert browser("POST", f"/v1/posts/{post}/engagement", {"counts": {}}).status_code == 422
    for method, body in (("GET", None), ("POST", {"counts": {"likes": {"value": 3}}})):
        assert browser(method, f"/v1/posts/{new_id()}/engagement", body).status_code == 404


def test_a_clock_that_runs_ahead_does_not_see_the_future(services: Services, post: str) -> None:
    services.engagement.seen(PERMALINK, counts(likes=1), now() + timedelta(days=400))
    assert services.engagement.of(post).snapshots[0].seen_at <= now()


def test_a_post_is_found_at_the_address_that_it_got_later_and_no_more_at_the_one_before(
    browser: Caller, services: Services
) -> None:
    post = logged(services, None)
    assert services.engagement.seen("https://x.com/a/status/99", counts(likes=1)).outcome == "not_logged"
    for number in (99, 77):
        browser("PATCH", f"/v1/posts/{post}", {"permalink": f"https://x.com/maria/status/{number}"})
        assert services.engagement.seen(f"https://x.com/a/status/{number}", counts(likes=1)).post
    assert services.engagement.seen("https://x.com/a/status/99", counts(likes=2)).outcome == "not_logged"


def test_an_imported_post_is_found_and_so_is_one_whose_number_is_used_again(services: Services) -> None:
    for status in (5, 6):
        row = dict.fromkeys(imported._COLUMNS) | {
            "id": new_id(),
            "text": "hello",
            "posted_at": "2020-01-01T00:00:00.000Z",
            "logged_at": "2026-01-01T00:00:00.000Z",
            "permalink": f"https://twitter.com/i/web/status/{status}",
            "site": "x",
        }
        with services.log.writing() as db:
            imported.insert(db, [row])
        found = services.engagement.seen(f"https://x.com/maria/status/{status}", counts(likes=1))
        assert str(found.post) == row["id"]
        services.posts.delete(row["id"])
    assert rows(services) == []
