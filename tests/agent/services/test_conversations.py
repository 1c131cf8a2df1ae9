"""Who answered the person waits until they are answered, put off or the matter is closed."""

from datetime import timedelta
from typing import Any

import pytest

from agent.schemas.fields import iso
from agent.services import Services
from agent.store.clock import now
from tests.agent.calls import Caller, new_id
from tests.agent.services.following import ago, counted, number_of, post, replied

MINE = "https://x.com/me/status/7"


def listed(browser: Caller, query: str = "") -> list[dict[str, Any]]:
    answer = browser("GET", f"/v1/conversations{query}")
    assert answer.status_code == 200, answer.json
    found: list[dict[str, Any]] = answer.json["items"]
    return found


def test_three_people_answered_you_two_days_ago(browser: Caller, services: Services) -> None:
    asked = post(services, 4, permalink=MINE)
    for days, author in ((3, "maria"), (2, "jonas"), (2.5, "kim")):
        replied(services, asked, days, author, text="It worked here." if author == "kim" else None)
    (found,) = listed(browser)
    assert found["id"] == asked
    assert found["headline"] == "3 people answered you."
    assert found["people"] == ["jonas", "kim", "maria"]
    assert (found["waiting"], found["waiting_precision"]) == (3, "exact")
    assert found["latest_is"] == "written"
    assert ago(2.1) < found["latest_at"] < ago(1.9)
    assert [each["text"] for each in found["replies"]] == [None, "It worked here.", None]
    assert found["excerpt"] == "We moved our builds to two small machines."


def test_where_only_the_count_is_known_it_says_so(browser: Caller, services: Services) -> None:
    asked = post(services, 4, permalink=MINE)
    counted(services, asked, 3, 0)
    counted(services, asked, 1, 2)
    (found,) = listed(browser)
    assert (found["headline"], found["people"], found["replies"]) == ("2 answers wait.", [], [])
    assert found["latest_is"] == "noticed"


@pytest.mark.parametrize(
    ("own", "left"),
    [
        ({"page_url": "https://x.com/maria/status/{maria}", "parent_author": "@maria"}, ["jonas"]),
        ({"page_url": MINE, "parent_author": "maria"}, ["jonas"]),
        ({"page_url": MINE, "parent_author": None}, []),
        ({"page_url": "https://x.com/home", "parent_author": None}, ["jonas", "maria"]),
        ({"page_url": "https://x.com/kim/status/3", "parent_author": "kim"}, ["jonas", "maria"]),
    ],
)
def test_who_was_answered_later_in_the_thread_waits_no_more(
    browser: Caller, services: Services, own: dict[str, Any], left: list[str]
) -> None:
    asked = post(services, 4, permalink=MINE)
    marias = replied(services, asked, 3, "maria")
    replied(services, asked, 2, "jonas")
    assert listed(browser)[0]["people"] == ["jonas", "maria"]
    own["page_url"] = own["page_url"].replace("{maria}", marias.rpartition("/")[2])
    post(services, 1, kind="reply", permalink="https://x.com/me/status/9", **own)
    assert [each["people"] for each in listed(browser)] == ([left] if left else [])


def test_an_answer_on_the_page_of_ones_comment_counts_as_the_same_thread(
    browser: Caller, services: Services
) -> None:
    page = "https://blog.example/builds"
    mine = post(services, 5, site="wordpress", kind="comment", page_url=page, permalink=f"{page}#comment-7")
    counted(services, mine, 4, 0)
    counted(services, mine, 3, 1)
    assert len(listed(browser)) == 1
    post(services, 1, site="wordpress", kind="reply", page_url=f"{page}/?utm_source=mail")
    assert listed(browser) == []


def test_it_can_be_put_off_closed_and_opened_again(browser: Caller, services: Services) -> None:
    asked = post(services, 4, permalink=MINE)
    replied(services, asked, 2, "maria")
    path = f"/v1/conversations/{asked}"
    tomorrow = iso(now() + timedelta(days=1))
    put_off = browser("PATCH", path, {"state": "snoozed", "until": tomorrow})
    assert (put_off.status_code, put_off.json["state"], put_off.json["until"]) == (200, "snoozed", tomorrow)
    assert browser("GET", "/v1/conversations").json["open"] == 0
    assert listed(browser) == []
    assert [each["id"] for each in listed(browser, "?state=snoozed")] == [asked]
    assert browser("PATCH", path, {"state": "closed"}).json["until"] is None
    replied(services, asked, 1, "jonas")
    assert [each["people"] for each in listed(browser, "?state=closed")] == [["jonas", "maria"]]
    assert listed(browser) == []
    assert browser("PATCH", path, {"state": "open"}).json["state"] == "open"
    assert [each["id"] for each in listed(browser)] == [asked]


def test_a_snooze_ends_by_itself(
    browser: Caller, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = post(services, 4, permalink=MINE)
    replied(services, asked, 2, "maria")
    until = now() + timedelta(days=1)
    services.conversations.change(asked, "snoozed", until)
    assert listed(browser) == []
    later = until + timedelta(minutes=1)
    monkeypatch.setattr("agent.services.conversations.now", lambda: later)
    (found,) = listed(browser)
    assert (found["state"], found["until"]) == ("open", None)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"state": "snoozed"}, 422),
        ({"state": "closed", "until": "2999-01-01T00:00:00Z"}, 422),
        ({"state": "snoozed", "until": "2020-01-01T00:00:00Z"}, 422),
        ({"state": "gone"}, 422),
        ({"state": "open", "why": "x"}, 422),
    ],
)
def test_what_can_not_be_wanted_is_refused(
    browser: Caller, services: Services, change: dict[str, str], status: int
) -> None:
    asked = post(services, 4, permalink=MINE)
    replied(services, asked, 2, "maria")
    answer = browser("PATCH", f"/v1/conversations/{asked}", change)
    assert (answer.status_code, bool(answer.json["detail"])) == (status, True)


def test_a_post_that_nobody_answered_has_no_conversation(browser: Caller, services: Services) -> None:
    for post_id in (post(services, 4), new_id()):
        assert browser("PATCH", f"/v1/conversations/{post_id}", {"state": "closed"}).status_code == 404


def test_only_what_is_young_enough_is_listed(browser: Caller, services: Services) -> None:
    old = post(services, 400)
    counted(services, old, 0, 12, "import")
    replied(services, post(services, 400), 40, "maria")
    assert listed(browser) == []
    assert [each["people"] for each in listed(browser, "?days=60")] == [["maria"]]
    assert len(listed(browser, "?days=1000")) == 2
    assert browser("GET", "/v1/conversations?days=0").status_code == 422


def test_pages_follow_one_another(browser: Caller, services: Services) -> None:
    posts = [post(services, 20) for _ in range(5)]
    for day, each in enumerate(posts, 1):
        replied(services, each, day, "maria")
    cursor, seen = "", []
    for _ in range(3):
        page = browser("GET", f"/v1/conversations?limit=2{cursor}").json
        seen += [each["id"] for each in page["items"]]
        assert page["open"] == 5
        cursor = f"&cursor={page['next']}"
    assert (seen, page["next"]) == (posts, None)
    assert browser("GET", "/v1/conversations?cursor=abc").status_code == 422


def test_a_deleted_post_takes_its_conversation_along(browser: Caller, services: Services) -> None:
    asked = post(services, 4, permalink=MINE)
    replied(services, asked, 2, "maria")
    assert listed(browser)
    services.posts.delete(asked)
    assert listed(browser) == []
    with services.log.reading() as db:
        left = {name: db.table(name).count for name in ("replies", "conversations", "addresses")}
    assert left == {"replies": 0, "conversations": 0, "addresses": 0}


def test_the_file_shows_what_waits_to_who_opens_it(services: Services) -> None:
    asked = post(services, 4, permalink=MINE)
    for author in ("maria", "jonas"):
        replied(services, asked, 2 if author == "maria" else 1, author)
    services.conversations.catch_up()
    with services.log.reading() as db:
        (row,) = db.view("conversations_open").rows
    assert (row["waiting"], set(row["answered_by"].split(", "))) == (2, {"maria", "jonas"})
    assert number_of(services, asked) == 1
