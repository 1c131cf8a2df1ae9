"""A key works only from where it was paired; the viewer's cookie only from the viewer's pages."""

import pytest
from flask import Flask

from agent.services import Services
from agent.viewer.guard import SESSION_COOKIE
from tests.agent.calls import Caller, new_id, new_post
from tests.agent_process import EXTENSION

OTHER_EXTENSION = "chrome-extension://" + "p" * 32


def test_a_paired_browser_reads_and_writes(browser: Caller) -> None:
    assert browser("PUT", f"/v1/posts/{new_id()}", new_post()).status_code == 201
    assert browser("GET", "/v1/posts").status_code == 200


@pytest.mark.parametrize("site", ["none", "same-origin"])
def test_without_an_origin_as_browsers_read_only_the_muted_flags_are_told(browser: Caller, site: str) -> None:
    assert browser("GET", "/v1/mutes", Sec_Fetch_Site=site, without=("Origin",)).status_code == 200
    post = f"/v1/posts/{new_id()}"
    assert browser("PUT", post, new_post()).status_code == 201
    for path in ("/v1/posts", post, "/v1/insights", "/v1/people", "/v1/conversations", "/v1/openapi.json"):
        assert browser("GET", path, Sec_Fetch_Site=site, without=("Origin",)).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_nothing_is_changed_without_an_origin(browser: Caller, method: str) -> None:
    body = None if method == "DELETE" else new_post()
    assert browser(method, f"/v1/posts/{new_id()}", body, without=("Origin",)).status_code == 403
    assert browser("PUT", "/v1/mutes", without=("Origin",)).status_code == 403


@pytest.mark.parametrize("origin", [OTHER_EXTENSION, "moz-extension://" + EXTENSION[19:], EXTENSION.upper()])
def test_a_stolen_key_is_of_no_use_to_another_extension(browser: Caller, origin: str) -> None:
    assert browser("GET", "/v1/posts", Origin=origin).status_code == 401


@pytest.mark.parametrize(
    "authorization", ["Bearer wrong", "Bearer", "Basic YTpi", "wrong", "Bearer \xff", "Bearer a b"]
)
def test_a_wrong_key_is_refused_and_says_how_to_get_one(browser: Caller, authorization: str) -> None:
    answer = browser("GET", "/v1/posts", Authorization=authorization)
    assert answer.status_code == 401
    assert "pair" in answer.json["detail"]
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_revoked_browser_is_out_at_once(browser: Caller, services: Services) -> None:
    services.pairings.revoke(services.pairings.browsers()[0].id)
    assert browser("GET", "/v1/posts").status_code == 401


def test_every_call_needs_the_header(browser: Caller) -> None:
    assert browser("GET", "/v1/posts", without=("X-Pitch-In",)).status_code == 403
    assert browser("GET", "/v1/posts", X_Pitch_In="0").status_code == 403


def test_health_needs_neither_key_nor_header(app: Flask) -> None:
    answer = Caller(app.test_client())("GET", "/v1/health", without=("X-Pitch-In",))
    assert answer.status_code == 200
    assert set(answer.json) == {"name", "version", "model_version", "ready"}


@pytest.mark.parametrize(
    ("site", "status"),
    [("same-origin", 200), ("same-site", 403), ("cross-site", 403), ("none", 401), (None, 401)],
)
def test_the_viewers_cookie_counts_only_on_calls_from_its_own_pages(
    app: Flask, services: Services, site: str | None, status: int
) -> None:
    token = services.sessions.new_link().partition("token=")[2]
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, services.sessions.redeem(token) or "", domain="127.0.0.1")
    headers = {"Sec_Fetch_Site": site} if site else {}
    assert Caller(client)("GET", "/v1/posts", **headers).status_code == status


def test_keys_and_tokens_are_stored_only_as_hashes(browser: Caller, services: Services) -> None:
    key = browser.headers["Authorization"].removeprefix("Bearer ")
    token = services.sessions.new_link().partition("token=")[2]
    cookie = services.sessions.redeem(token)
    services.log.forget_deleted()
    stored = services.log.path.read_bytes()
    assert cookie
    assert not [secret for secret in (key, token, cookie) if secret.encode() in stored]
