"""Which origins browsers let read the agent's answers: exactly the paired ones."""

import pytest
from flask import Flask

from agent.services import Services
from tests.agent.calls import Caller
from tests.agent_process import EXTENSION

STRANGERS = ["https://evil.example", "null", "chrome-extension://" + "p" * 32, EXTENSION + ".evil", "*"]
ALLOWED = "Access-Control-Allow-Origin"


def preflight(caller: Caller, path: str, origin: str, method: str = "PUT") -> object:
    return caller(
        "OPTIONS",
        path,
        Origin=origin,
        Access_Control_Request_Method=method,
        Access_Control_Request_Headers="authorization, content-type, x-pitch-in",
        without=("X-Pitch-In", "Authorization"),
    )


def test_a_paired_browser_may_ask_first_and_then_call(browser: Caller) -> None:
    answer = preflight(browser, "/v1/posts/x", EXTENSION)
    assert answer.status_code == 204
    assert answer.headers[ALLOWED] == EXTENSION
    assert "PUT" in answer.headers["Access-Control-Allow-Methods"]
    allowed = answer.headers["Access-Control-Allow-Headers"].lower().split(", ")
    assert sorted(allowed) == ["authorization", "content-type", "x-pitch-in"]


def test_older_chromium_may_reach_this_machine(browser: Caller) -> None:
    answer = browser(
        "OPTIONS",
        "/v1/posts",
        Access_Control_Request_Method="GET",
        Access_Control_Request_Private_Network="true",
    )
    assert answer.headers["Access-Control-Allow-Private-Network"] == "true"


@pytest.mark.parametrize("origin", STRANGERS)
def test_a_stranger_is_refused_before_and_at_the_call(browser: Caller, origin: str) -> None:
    asked = preflight(browser, "/v1/posts", origin)
    called = browser("GET", "/v1/posts", Origin=origin)
    assert (asked.status_code, called.status_code) == (403, 401)
    assert ALLOWED not in asked.headers
    assert ALLOWED not in called.headers


def test_a_paired_browser_reads_errors_too(browser: Caller) -> None:
    assert browser("GET", "/v1/nowhere").headers[ALLOWED] == EXTENSION
    assert browser("POST", "/v1/reviews", {}).headers[ALLOWED] == EXTENSION


def test_an_extension_that_asks_to_be_paired_may_read_the_answer(app: Flask) -> None:
    caller = Caller(app.test_client())
    for path in ("/v1/pairings", "/v1/pairings/x/claim", "/v1/health"):
        assert preflight(caller, path, EXTENSION, "POST").headers[ALLOWED] == EXTENSION
    assert preflight(caller, "/v1/posts", EXTENSION).status_code == 403


def test_a_revoked_browser_may_read_nothing_any_more(browser: Caller, services: Services) -> None:
    services.pairings.revoke(services.pairings.browsers()[0].id)
    assert ALLOWED not in browser("GET", "/v1/posts").headers


def test_caches_keep_the_answers_for_different_origins_apart(browser: Caller) -> None:
    assert "Origin" in browser("GET", "/v1/posts").headers["Vary"]
    assert "Origin" in browser("GET", "/v1/posts", without=("Origin",)).headers["Vary"]


def test_pages_can_be_read_by_no_other_origin(browser: Caller) -> None:
    assert ALLOWED not in browser("GET", "/").headers
    assert ALLOWED not in browser("GET", "/assets/base.css").headers
