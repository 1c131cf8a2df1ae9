"""Posts go when they are older than the person wants them kept, site by site, and for good."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from agent.problems import Invalid
from agent.schemas.posts import NewPost
from agent.services import Services, retention
from agent.store.clock import now
from tests.agent.calls import Caller, new_id, new_post


@pytest.fixture
def with_posts(services: Services) -> Services:
    """Posts of each age on two sites, and one that has no site."""
    for site in ("x", "mastodon", None):
        for days in (10, 100, 1_000):
            moment = (now() - timedelta(days=days)).isoformat()
            post = new_post(text=f"{site} {days}", posted_at=moment, context={"site": site})
            services.posts.put(new_id(), NewPost.model_validate(post))
    return services


def left(services: Services) -> set[str]:
    return {post.text for post in services.posts.search().items}


def apply(services: Services) -> None:
    while services.retention.apply_some():
        pass


def test_all_is_kept_for_ever_unless_the_person_says_otherwise(with_posts: Services) -> None:
    apply(with_posts)
    assert len(left(with_posts)) == 9


def test_each_site_has_its_own_time_and_the_rest_another(with_posts: Services) -> None:
    with_posts.retention.keep("x", 2)
    with_posts.retention.keep("*", 12)
    apply(with_posts)
    assert left(with_posts) == {"x 10", "mastodon 10", "mastodon 100", "None 10", "None 100"}
    with_posts.retention.keep("mastodon", 1)
    with_posts.retention.keep("*", None)
    apply(with_posts)
    assert left(with_posts) == {"x 10", "mastodon 10", "None 10", "None 100"}


@pytest.mark.parametrize(
    ("today", "kept_from"),
    [("2026-03-31", "2026-01-31"), ("2026-04-30", "2026-02-28"), ("2028-04-30", "2028-02-29")],
)
def test_two_months_before_the_end_of_a_month_is_its_like_or_the_last_day_there(
    services: Services, monkeypatch: pytest.MonkeyPatch, today: str, kept_from: str
) -> None:
    noon = datetime.fromisoformat(f"{today}T12:00:00Z")
    border = datetime.fromisoformat(f"{kept_from}T12:00:00Z")
    for text, posted_at in (("older", border - timedelta(minutes=1)), ("kept", border)):
        post = new_post(text=text, posted_at=posted_at.isoformat(), context={"site": "x"})
        services.posts.put(new_id(), NewPost.model_validate(post))
    services.retention.keep("x", 2)
    monkeypatch.setattr(retention, "now", lambda: noon)
    apply(services)
    assert left(services) == {"kept"}


def test_it_is_done_a_little_at_a_time(with_posts: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_BATCH", 1)
    with_posts.retention.keep("x", 1)
    assert with_posts.retention.apply_some()
    assert len(left(with_posts)) == 8
    assert with_posts.retention.apply_some()
    assert not with_posts.retention.apply_some()
    assert len(left(with_posts)) == 7


def test_what_went_leaves_no_byte_behind(with_posts: Services) -> None:
    old = new_post(text="zanzibar", posted_at="2020-01-01T00:00:00Z", context={"site": "x"})
    with_posts.posts.put(new_id(), NewPost.model_validate(old))
    with_posts.whole.keep_backup()
    with_posts.retention.keep("x", 12)
    apply(with_posts)
    folder: Path = with_posts.log.path.parent
    assert b"zanzibar" not in b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())


def test_the_viewer_reads_and_sets_the_rules(page: Caller, browser: Caller) -> None:
    assert page("GET", "/v1/retention").json == {"months": {}}
    assert page("PUT", "/v1/retention", {"site": "x", "months": 6}).json == {"months": {"x": 6}}
    assert page("PUT", "/v1/retention", {"site": "x", "months": None}).json == {"months": {}}
    assert page("PUT", "/v1/retention", {"site": "x", "months": 0}).status_code == 422
    assert browser("PUT", "/v1/retention", {"site": "x", "months": 1}).status_code == 403


@pytest.mark.parametrize(("site", "months"), [("", 1), ("x" * 101, 1), ("x", 0), ("x", 1_201)])
def test_what_is_no_rule_is_refused(services: Services, site: str, months: int) -> None:
    with pytest.raises(Invalid):
        services.retention.keep(site, months)
