"""A site is asked only where the person switched it on; politely, and with each request noted."""

from datetime import timedelta
from itertools import pairwise

import pytest

from agent.collectors import Fetcher
from agent.schemas.fields import iso
from agent.services import Services
from agent.services.collecting import Collecting
from tests.agent.calls import Caller
from tests.agent.collectors.api import Api, Says
from tests.agent.collectors.test_mastodon import status
from tests.agent.services.conftest import HOST, ID, MINE, STATUS, Clock, asked, site, snapshots
from tests.agent.services.following import post


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


def test_a_clock_that_was_set_back_puts_nothing_off(on: Collecting, api: Api, clock: Clock) -> None:
    clock.pass_(days=40)
    assert len(asked(on)) == 1
    assert not on.set_right()
    assert asked(on) == [], "It waits as long as it should."
    clock.pass_(days=-40)
    assert asked(on) == []
    assert not on.set_right()
    assert len(asked(on)) == 1
    assert len(api.asked) == 2


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
