"""The viewer's sign-in: a link that works once, for ten minutes; a session that ends."""

from datetime import UTC, datetime, timedelta

import pytest

from agent.services import Services
from agent.services.sessions import LINK_LIFE, SESSION_LIFE


def token_of(link: str) -> str:
    address, _, token = link.partition("/sign-in?token=")
    assert address == "http://127.0.0.1:8642"
    return token


def move_clock(monkeypatch: pytest.MonkeyPatch, by: timedelta) -> None:
    monkeypatch.setattr("agent.services.sessions.now", lambda: datetime.now(UTC) + by)


def test_a_link_works_once(services: Services) -> None:
    token = token_of(services.sessions.new_link())
    cookie = services.sessions.redeem(token)
    assert cookie
    assert services.sessions.valid(cookie)
    assert services.sessions.redeem(token) is None


def test_a_link_works_for_ten_minutes(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    early, late = (token_of(services.sessions.new_link()) for _ in range(2))
    move_clock(monkeypatch, LINK_LIFE - timedelta(seconds=30))
    assert services.sessions.redeem(early)
    move_clock(monkeypatch, LINK_LIFE)
    assert services.sessions.redeem(late) is None


def test_a_session_ends_by_itself_and_by_signing_out(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (services.sessions.redeem(token_of(services.sessions.new_link())) or "" for _ in range(2))
    services.sessions.end(first)
    assert not services.sessions.valid(first)
    assert services.sessions.valid(second)
    move_clock(monkeypatch, SESSION_LIFE)
    assert not services.sessions.valid(second)


@pytest.mark.parametrize("value", ["", "guessed", "\x00", "ü", "\ud800", "a" * 100_000])
def test_what_was_never_given_signs_nobody_in(services: Services, value: str) -> None:
    services.sessions.new_link()
    assert services.sessions.redeem(value) is None
    assert not services.sessions.valid(value)
    services.sessions.end(value)
