"""A site is asked only where the person switched it on; politely, and with each request noted."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from agent.collectors import Fetcher
from agent.collectors._fetcher import Fetched
from agent.schemas.fields import iso
from agent.services import Services
from agent.services.collecting import Collecting
from agent.store.clock import now
from tests.agent.calls import Caller
from tests.agent.collectors.api import Api, Says, serving
from tests.agent.collectors.test_mastodon import status
from tests.agent.services.following import ago, post

HOST = "fosstodon.org"
ID = "112233445566778899"
STATUS = f"/api/v1/statuses/{ID}"
MINE = f"https://{HOST}/@me/{ID}"


@dataclass
class Clock:
    """A clock that is set by hand."""

    at: datetime = field(default_factory=now)

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **time: float) -> None:
        self.at += timedelta(**time)


@pytest.fixture(scope="module")
def _api() -> Iterator[Api]:
    with serving() as running:
        yield running


@pytest.fixture
def api(_api: Api) -> Api:
    """fosstodon.org: it shows a status with a like."""
    _api.reset().answers[STATUS] = status(ID, "me", favourites_count=1)
    return _api


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time, also of what is kept."""
    found = Clock()
    monkeypatch.setattr("agent.services.engagement.now", found)
    return found


@pytest.fixture
def collecting(services: Services, api: Api, clock: Clock) -> Iterator[Collecting]:
    """Collectors whose fosstodon.org is on this machine; a post of two hours ago is there."""
    post(services, 2 / 24, site="mastodon", permalink=MINE)
    found = Collecting(services.log, services.settings, Fetcher({HOST: api.base}), clock)
    found.start = lambda: None  # what runs in the background is tested by itself
    yield found
    found.stop()


@pytest.fixture
def on(collecting: Collecting) -> Collecting:
    """The same, switched on."""
    collecting.switch([HOST])
    return collecting


def asked(on: Collecting) -> list[str]:
    """What came of everything that may be asked now."""
    said = []
    while found := on.ask_next():
        said.append(found[1])
    return said


def site(collecting: Collecting) -> Any:
    (found,) = collecting.sites().sites
    return found


def snapshots(services: Services) -> list[dict[str, Any]]:
    with services.log.reading() as db:
        return list(db.query("SELECT * FROM engagement ORDER BY id"))


def test_nobody_is_asked_before_the_person_says_so(collecting: Collecting, api: Api) -> None:
    assert asked(collecting) == []
    assert list(collecting.ask_all_due()) == []
    assert collecting.wait() is None
    assert (site(collecting).on, collecting.sites().running, api.asked) == (False, False, [])


def test_only_sites_that_were_posted_to_and_can_be_asked_are_offered(
    services: Services, browser: Caller
) -> None:
    for permalink, name in (
        (MINE, "mastodon"),
        (f"{MINE}0", "mastodon"),
        ("https://x.com/me/status/7", "x"),
        ("https://old.reddit.com/r/a/comments/1abc/t/", "reddit"),
        ("https://forum.example:8443/t/x/12/4", "discourse"),
        ("https://blog.example/builds#comment-7", "page"),
    ):
        post(services, 1, site=name, permalink=permalink)
    found = browser("GET", "/v1/collectors").json
    assert [(each["host"], each["collector"], each["asks"], each["posts"]) for each in found["sites"]] == [
        (HOST, "mastodon", HOST, 2),
        ("forum.example:8443", "discourse", "forum.example:8443", 1),
        ("reddit.com", "reddit", "www.reddit.com", 1),
    ]
    assert not any(each["on"] for each in found["sites"])
    assert browser("PUT", "/v1/collectors", {"on": ["x.com"]}).status_code == 422
    assert browser("PUT", "/v1/collectors", {"on": "all"}).status_code == 422


def test_what_came_back_is_kept_with_its_source_and_the_request_noted(
    on: Collecting, services: Services, browser: Caller
) -> None:
    assert asked(on) == ["It was answered."]
    (row,) = snapshots(services)
    assert (row["source"], row["likes"], row["views"]) == ("collector", 1, None)
    (request,) = browser("GET", "/v1/collectors/requests").json["items"]
    assert request["address"] == f"https://{HOST}{STATUS}"
    assert (request["status"], request["outcome"], request["sentence"]) == (200, "answered", None)
    assert request["bytes"] > 100
    assert site(on).last_asked_at is not None


def test_a_post_is_asked_about_again_later_and_later(on: Collecting, api: Api, clock: Clock) -> None:
    moments = []
    for _ in range(90 * 24):
        moments += [clock.at] * len(asked(on))
        clock.pass_(hours=1)
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert gaps[0] == timedelta(hours=1)
    assert all(later >= earlier - timedelta(hours=1) for earlier, later in pairwise(gaps))
    assert gaps[-1] > timedelta(days=7)
    assert len(api.asked) == len(moments) < 60
    clock.pass_(days=30)
    asked(on)
    clock.pass_(days=400)
    assert asked(on) == [], "It stops by itself."


def test_what_has_not_changed_is_not_sent_and_widens_what_is_known(
    on: Collecting, services: Services, api: Api, clock: Clock
) -> None:
    asked(on)
    clock.pass_(hours=2)
    assert asked(on) == ["Nothing has changed since the last time."]
    assert api.asked[1].headers["if-none-match"]
    (row,) = snapshots(services)
    assert row["seen_until"] == iso(clock.at)
    assert on.requests().items[0].outcome == "unchanged"
    api.answers[STATUS] = status(ID, "me", favourites_count=2)
    clock.pass_(hours=2)
    asked(on)
    assert [row["likes"] for row in snapshots(services)] == [1, 2]


def test_between_two_posts_a_site_has_rest(
    on: Collecting, services: Services, api: Api, clock: Clock
) -> None:
    for number in range(3):
        post(services, 1, site="mastodon", permalink=f"{MINE}{number}")
        api.answers[f"{STATUS}{number}"] = status(f"{ID}{number}", "me")
    assert len(asked(on)) == 1
    assert on.wait() == timedelta(seconds=5)
    for _ in range(3):
        clock.pass_(seconds=5)
        assert len(asked(on)) == 1
    assert on.wait() == timedelta(minutes=5), "Nothing is due for an hour, but posts may come."


def test_sites_that_are_asked_at_one_machine_wait_for_each_other(
    services: Services, api: Api, clock: Clock
) -> None:
    hosts = ("stackoverflow.com", "cooking.stackexchange.com")
    for host in hosts:
        post(services, 1, site="stackexchange", permalink=f"https://{host}/q/5#comment9_5")
    api.answers["/2.3/comments/9"] = {
        "items": [{"score": 1, "owner": {"display_name": "Me"}}],
        "quota_remaining": 9,
    }
    found = Collecting(services.log, services.settings, Fetcher({"api.stackexchange.com": api.base}), clock)
    found.start = lambda: None
    found.switch(list(hosts))
    assert [len(asked(found)), len(asked(found))] == [1, 0]
    clock.pass_(minutes=10)
    assert len(asked(found)) == 1
    assert {each.query["site"] for each in api.asked} == set(hosts)


@pytest.mark.parametrize(
    ("says", "outcome", "rest"),
    [
        (Says({}, 429, {"Retry-After": "7200"}), "slow_down", timedelta(hours=2)),
        (Says({}, 429), "slow_down", timedelta(minutes=5)),
        (Says({}, 502), "slow_down", timedelta(minutes=5)),
        (Says(raw=b"<html>"), "misshapen", timedelta(minutes=5)),
        (Says(status=302, headers={"Location": "https://evil.example/"}), "failed", timedelta(minutes=5)),
        (Says({}, 401), "refused", timedelta(minutes=5)),
    ],
)
def test_a_site_in_trouble_is_left_alone_and_the_person_told_why(
    on: Collecting, services: Services, api: Api, clock: Clock, says: Says, outcome: str, rest: timedelta
) -> None:
    api.answers[STATUS] = says
    (said,) = asked(on)
    assert HOST in said
    found = site(on)
    assert found.resting_because == said
    assert timedelta(0) <= found.resting_until - (clock.at + rest) < timedelta(seconds=30)
    assert (on.requests().items[0].outcome, on.requests().items[0].sentence) == (outcome, said)
    assert snapshots(services) == []
    clock.pass_(minutes=4)
    assert asked(on) == []


def test_trouble_in_a_row_makes_the_rest_longer_up_to_a_day_and_success_ends_it(
    on: Collecting, api: Api, clock: Clock
) -> None:
    api.answers[STATUS] = Says({}, 503)
    rests = []
    for _ in range(11):
        asked(on)
        rests.append(site(on).resting_until - clock.at)
        clock.at = site(on).resting_until
    assert rests[:3] == [timedelta(minutes=5), timedelta(minutes=10), timedelta(minutes=20)]
    assert rests[-1] == timedelta(days=1)
    api.answers[STATUS] = status(ID, "me")
    assert asked(on) == ["It was answered."]
    assert (site(on).resting_until, site(on).resting_because) == (None, None)


def test_a_post_that_is_gone_is_not_asked_about_again(on: Collecting, api: Api, clock: Clock) -> None:
    api.answers[STATUS] = Says({"error": "Record not found"}, 404)
    assert "not any more (404)" in asked(on)[0]
    clock.pass_(days=30)
    assert (asked(on), site(on).resting_until) == ([], None)


def test_what_was_switched_off_is_asked_no_more(on: Collecting, api: Api, clock: Clock) -> None:
    asked(on)
    assert on.switch([]).sites[0].on is False
    clock.pass_(days=1)
    assert (asked(on), len(api.asked)) == ([], 1)


def test_answers_become_conversations_and_people_and_end_where_the_person_answered_there(
    on: Collecting, api: Api, clock: Clock, browser: Caller
) -> None:
    below = [status("2", "maria", ID), status("3", "jonas", ID, content="<p>Not here.</p>")]
    api.answers[STATUS] = status(ID, "me", replies_count=2)
    api.answers[f"{STATUS}/context"] = {"descendants": below}
    asked(on)
    (waits,) = browser("GET", "/v1/conversations").json["items"]
    assert (waits["headline"], waits["people"]) == ("2 people answered you.", ["jonas", "maria"])
    assert waits["replies"][0]["text"] == "Not here."
    assert waits["replies"][0]["permalink"] == f"https://{HOST}/@jonas/3"
    people = browser("GET", "/v1/people?did=answered_you").json["items"]
    assert {(each["handle"], each["site"], each["answered_you"]) for each in people} == {
        ("maria", HOST, 1),
        ("jonas", HOST, 1),
    }
    # Answered with a phone: the log doesn't hold it, the site shows it.
    mine = status("4", "me", "3", created_at=iso(clock.at))
    api.answers[STATUS] = status(ID, "me", replies_count=3)
    api.answers[f"{STATUS}/context"] = {"descendants": [*below, mine]}
    clock.pass_(hours=2)
    asked(on)
    (waits,) = browser("GET", "/v1/conversations").json["items"]
    assert waits["people"] == ["maria"]


def test_the_person_is_none_of_the_people(on: Collecting, services: Services, browser: Caller) -> None:
    post(services, 1, site="mastodon", permalink=f"{MINE}1", parent_author="me@", kind="reply")
    post(services, 1, site="mastodon", permalink=f"{MINE}2", parent_author="@Me", kind="reply")
    assert "Me" in {each["handle"] for each in browser("GET", "/v1/people").json["items"]}
    asked(on)
    post(services, 0.5, site="mastodon", permalink=f"{MINE}3", parent_author="@me", kind="reply")
    assert {each["handle"] for each in browser("GET", "/v1/people").json["items"]} == {"me@"}


def test_words_of_others_are_kept_only_where_the_person_wants_that(
    on: Collecting, services: Services, api: Api
) -> None:
    services.settings.set("keep_parent_text", False)
    api.answers[STATUS] = status(ID, "me", replies_count=1)
    api.answers[f"{STATUS}/context"] = {"descendants": [status("2", "maria", ID)]}
    asked(on)
    with services.log.reading() as db:
        (row,) = db.table("replies").rows
    assert (row["author"], row["text"]) == ("maria", None)


def test_who_was_forgotten_comes_not_back_with_the_next_answer(
    on: Collecting, services: Services, api: Api, clock: Clock, browser: Caller
) -> None:
    api.answers[STATUS] = status(ID, "me", replies_count=1)
    api.answers[f"{STATUS}/context"] = {"descendants": [status("2", "maria", ID)]}
    asked(on)
    (person,) = browser("GET", "/v1/people").json["items"]
    services.people.forget(person["id"])
    api.answers[STATUS] = status(ID, "me", replies_count=2)
    api.answers[f"{STATUS}/context"] = {"descendants": [status("2", "maria", ID), status("5", "maria", ID)]}
    clock.pass_(hours=2)
    asked(on)
    with services.log.reading() as db:
        kept = [(row["author"], row["text"], row["permalink"]) for row in db.table("replies").rows]
    assert kept == [(None, None, None)] * 2
    assert browser("GET", "/v1/people").json["items"] == []


@pytest.mark.usefixtures("collecting")
def test_a_post_that_is_deleted_while_its_site_is_asked_leaves_nothing(
    services: Services, clock: Clock
) -> None:
    with services.log.reading() as db:
        (post_id,) = db.execute("SELECT id FROM posts").fetchone()

    class Slow(Fetcher):
        def fetch(self, *_: Any) -> Fetched:
            services.posts.delete(post_id)
            return Fetched(
                200, {"etag": '"1"'}, b'{"id": "1", "account": {"acct": "me"}, "replies_count": 0}'
            )

    found = Collecting(services.log, services.settings, Slow(), clock)
    found.start = lambda: None
    found.switch([HOST])
    assert asked(found) == ["The post was deleted in the meantime."]
    with services.log.reading() as db:
        left = [db.table(name).count for name in ("engagement", "addresses", "collector_etags", "replies")]
    assert left == [0, 0, 0, 0]


def test_where_the_agent_ends_the_rest_is_left_for_the_next_time(
    on: Collecting, services: Services, api: Api
) -> None:
    def end(_: Any) -> Any:
        on.stop()
        return status(ID, "me", replies_count=1)

    api.answers[STATUS] = end
    assert on.ask_next() == (HOST, "It was stopped before all was asked; that is for the next time.")
    assert api.paths == [STATUS]
    assert [each.outcome for each in on.requests().items] == ["answered"]
    assert snapshots(services) == []
    with services.log.reading() as db:
        assert db.execute("SELECT asked_at FROM addresses").fetchone() == (None,)


@pytest.mark.usefixtures("collecting")
def test_what_trips_a_collector_is_reported_and_holds_up_nothing(
    services: Services, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Fetcher):
        def fetch(self, *_: Any) -> Fetched:
            raise ZeroDivisionError("the words of somebody")

    found = Collecting(services.log, services.settings, Broken(), clock)
    found.start = lambda: None
    found.switch([HOST])
    assert asked(found) == [f"Pitch In could not make sense of what {HOST} answered."]
    assert site(found).resting_until > clock.at
    assert "collector mastodon: ZeroDivisionError" in caplog.text
    assert "the words" not in caplog.text
    with services.log.reading() as db:
        (next_at,) = db.execute("SELECT next_at FROM addresses").fetchone()
    assert next_at > iso(clock.at)


def test_requests_are_listed_by_page_and_expire(
    on: Collecting, services: Services, clock: Clock, browser: Caller
) -> None:
    for _ in range(3):
        asked(on)
        clock.pass_(hours=3)
    first = browser("GET", "/v1/collectors/requests?limit=2").json
    rest = browser("GET", f"/v1/collectors/requests?limit=2&cursor={first['next']}").json
    assert [len(first["items"]), len(rest["items"]), rest["next"]] == [2, 1, None]
    clock.pass_(days=40)
    assert on.requests().items == []
    asked(on)
    on.drop_expired()
    with services.log.reading() as db:
        assert db.table("collector_requests").count == 1


def test_the_log_can_be_read_with_any_tool(on: Collecting, services: Services) -> None:
    asked(on)
    with services.log.reading() as db:
        (row,) = db.table("collector_sites").rows
    assert (row["host"], row["collector"], row["own_handle"]) == (HOST, "mastodon", "me")
    assert row["switched_on_at"] > ago(1)


def test_it_asks_in_the_background_while_a_site_is_on_and_not_after(services: Services, api: Api) -> None:
    post(services, 2, site="mastodon", permalink=MINE)
    came = threading.Event()

    def answer(_: Any) -> Any:
        came.set()
        return status(ID, "me")

    api.answers[STATUS] = answer
    found = Collecting(services.log, services.settings, Fetcher({HOST: api.base}))
    found.start()
    assert not found.running, "No site is on."
    assert found.switch([HOST]).running
    worker = found._worker
    assert worker is not None
    assert came.wait(30)
    found.switch([])
    worker.join(30)
    assert not worker.is_alive()
    assert not found.sites().running
    assert found.switch([HOST]).running
    worker = found._worker
    assert worker is not None
    found.stop()
    worker.join(30)
    assert not worker.is_alive()
