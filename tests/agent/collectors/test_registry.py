"""Every collector says what it is, and takes whatever a site may answer fairly."""

import json
import sys
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.collectors import (
    Asking,
    Collected,
    Collector,
    Fetcher,
    NotAnswered,
    Wanted,
    collector_for,
    collectors,
)
from agent.collectors._fetcher import Fetched
from tests.agent.collectors.api import POSTED_AT

# A post and, where that is asked another way, a comment of each.
POSTS = {
    "bluesky": ["https://bsky.app/profile/me.bsky.social/post/3kabc"],
    "discourse": ["https://forum.example/t/x/12/1", "https://forum.example/t/x/12/4"],
    "github": ["https://github.com/a/b/issues/5", "https://github.com/a/b/issues/5#issuecomment-7"],
    "hackernews": ["https://news.ycombinator.com/item?id=100"],
    "lemmy": ["https://lemmy.example/post/5", "https://lemmy.example/comment/7"],
    "mastodon": ["https://fosstodon.org/@me/112233445566778899"],
    "reddit": ["https://reddit.com/r/a/comments/1abc/t/", "https://reddit.com/r/a/comments/1abc/t/k1/"],
    "stackexchange": ["https://stackoverflow.com/q/5", "https://stackoverflow.com/q/5#comment9_77"],
    "wordpress": ["https://blog.example/builds/", "https://blog.example/builds/#comment-7"],
}
ALL = [(each, permalink) for each in collectors() for permalink in POSTS[each.name]]
NAMES = st.sampled_from(
    ("id", "items", "thread", "post", "replies", "data", "children", "kind", "comments", "account", "$type")
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=10,
)


class Says(Fetcher):
    """Gives one answer to everything."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self._body = body

    def fetch(self, *_: Any) -> Fetched:
        return Fetched(200, {}, self._body)


def ask(collector: Collector, permalink: str, body: bytes) -> Collected:
    host = permalink.split("/")[2]
    asking = Asking(Says(body), collector.asks(host), {}, lambda: False)
    return collector.read(Wanted(permalink, POSTED_AT), asking)


@pytest.mark.parametrize("collector", collectors(), ids=lambda each: each.name)
def test_every_collector_declares_what_a_person_and_a_site_must_know(collector: Collector) -> None:
    module = sys.modules[f"agent.collectors.{collector.name}"]
    assert "Source: " in (module.__doc__ or ""), (
        f"{module.__name__}: name the documentation in the docstring."
    )
    assert collector.pause >= 5
    assert collector.limit
    assert bool(collector.hosts) != bool(collector.sites), "Either its hosts are known, or its software."
    assert collector.name in POSTS, f"Add permalinks of {collector.name} to POSTS."


@pytest.mark.parametrize(("collector", "permalink"), ALL)
def test_a_post_is_asked_about_by_the_collector_of_its_site(collector: Collector, permalink: str) -> None:
    assert collector_for(permalink.split("/")[2], collector.name) is collector


@pytest.mark.parametrize(
    "host", ["evilbsky.app", "bsky.app.example", "github.com.example", "xstackoverflow.com"]
)
def test_a_host_that_only_looks_like_a_site_is_not_asked(host: str) -> None:
    assert collector_for(host, "page") is None


@pytest.mark.parametrize(("collector", "permalink"), ALL)
@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"7", b'"x"', b"\xff", b"[" * 100_000, b'{"id": "\\ud800"}']
)
def test_what_is_no_such_answer_is_misshapen(collector: Collector, permalink: str, body: bytes) -> None:
    with pytest.raises(NotAnswered):
        ask(collector, permalink, body)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(ALL), JSON)
def test_any_json_is_understood_or_refused(asked: tuple[Collector, str], answer: Any) -> None:
    try:
        found = ask(*asked, json.dumps(answer).encode())
    except NotAnswered:
        return
    assert isinstance(found, Collected)
