"""Every error of the interface has one shape and says what to do, on every route and for every method."""

import logging
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from unittest.mock import patch

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from agent.security.json_body import MAX_BODY
from agent.services import Services
from tests.agent.calls import Caller, new_id, new_post

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
UNKNOWN = "00000000-0000-4000-8000-000000000000"
CANARY = "zanzibar draft that nobody may see"


def addresses(app: Flask) -> Iterator[str]:
    """An address for each route under /v1, and some that no route has."""
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/v1"):
            yield re.sub("<[^>]*>", new_id(), rule.rule)
    yield from ("/v1", "/v1/", "/v1/nowhere", "/v1/posts/", "/v1/posts/not-an-id", "/v1/posts/a/b/c")


def assert_problem(answer: TestResponse, status: int | None = None) -> None:
    """The one shape: problem+json with a type, title, status and what to do."""
    assert answer.content_type == "application/problem+json"
    document = answer.json
    assert set(document) - {"errors"} == {"type", "title", "status", "detail"}
    assert document["status"] == answer.status_code
    assert status in (None, answer.status_code)
    assert len(document["detail"]) > 20
    assert document["detail"].endswith((".", "}"))
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("known", [True, False], ids=["paired", "stranger"])
def test_every_error_on_every_route_has_the_one_shape(
    app: Flask, browser: Caller, method: str, known: bool
) -> None:
    caller = browser if known else Caller(app.test_client())
    seen = set()
    for address in addresses(app):
        answer = caller(method, address, {"unknown": 1} if method in ("POST", "PUT", "PATCH") else None)
        seen.add(answer.status_code)
        if answer.status_code >= 400 and method != "HEAD":
            assert_problem(answer)
        assert answer.status_code < 500
    assert seen & {401, 403, 404, 405, 422}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/nowhere", 404),
        ("GET", f"/v1/posts/{UNKNOWN}", 404),
        ("DELETE", "/v1/reviews", 405),
        ("PATCH", "/v1/posts", 405),
    ],
)
def test_what_is_not_there_is_named(browser: Caller, method: str, path: str, status: int) -> None:
    answer = browser(method, path, {} if method == "PATCH" else None)
    assert_problem(answer, status)
    assert (status == 405) == ("Allow" in answer.headers)


def test_a_body_that_is_too_large_or_of_another_type_has_the_one_shape(browser: Caller) -> None:
    headers = {"Host": "127.0.0.1:8642", "X-Pitch-In": "1", **browser.headers}
    large = browser.client.post("/v1/reviews", data=b"a" * (MAX_BODY + 1), headers=headers)
    assert_problem(large, 415)
    large = browser.client.post(
        "/v1/reviews", data=b"a" * (MAX_BODY + 1), headers=headers, content_type="application/json"
    )
    assert_problem(large, 413)


def test_what_does_not_fit_is_named_and_not_repeated(browser: Caller) -> None:
    answer = browser("PUT", f"/v1/posts/{new_id()}", new_post(text=[CANARY], posted_at="yesterday", extra=1))
    assert_problem(answer, 422)
    assert {error["field"] for error in answer.json["errors"]} == {"text", "posted_at", "extra"}
    assert all(error["message"] for error in answer.json["errors"])
    assert CANARY not in answer.text


def test_an_unexpected_error_tells_nothing_of_itself(
    browser: Caller, services: Services, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(draft: str, *_: object, **__: object) -> None:
        raise RuntimeError(f"could not read {draft}")

    with patch.object(services.reviewing, "review", fail), caplog.at_level(logging.DEBUG):
        answer = browser("POST", "/v1/reviews", {"draft": CANARY})
    assert_problem(answer, 500)
    assert "doctor" in answer.json["detail"]
    assert CANARY not in answer.text
    assert CANARY not in caplog.text
    assert "RuntimeError" in caplog.text
    assert "test_problems.py" in caplog.text


def test_a_full_disk_is_said_and_the_log_works_again_when_there_is_room(
    browser: Caller, services: Services
) -> None:
    def limit_pages(pages: int) -> None:
        with services.log.writing() as db:
            db.execute(f"PRAGMA max_page_count = {pages}")

    limit_pages(1)
    path, post = f"/v1/posts/{new_id()}", new_post(text="Great post! " * 2_000)
    answer = browser("PUT", path, post)
    assert_problem(answer, 507)
    assert "disk is full" in answer.json["detail"]
    limit_pages(1_000_000)
    assert browser("GET", path).status_code == 404
    assert browser("PUT", path, post).status_code == 201


def test_a_log_that_another_program_holds_is_said(browser: Caller, services: Services) -> None:
    browser("GET", "/v1/posts")
    with services.log.reading() as db:
        db.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(services.log.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = browser("PUT", f"/v1/posts/{new_id()}", new_post())
    assert_problem(answer, 503)
    assert answer.headers["Retry-After"] == "2"


def test_a_log_that_is_damaged_sends_to_the_doctor(browser: Caller, services: Services) -> None:
    with patch.object(services.posts, "put", side_effect=sqlite3.DatabaseError("the words of SQLite")):
        answer = browser("PUT", f"/v1/posts/{new_id()}", new_post())
    assert_problem(answer, 500)
    assert "doctor" in answer.json["detail"]
    assert "the words" not in answer.text


def test_pages_show_errors_as_pages(browser: Caller) -> None:
    for path in ("/nowhere", "/v2/posts", "/v1x"):
        answer = browser("GET", path)
        assert answer.status_code == 404
        assert answer.mimetype == "text/html"
