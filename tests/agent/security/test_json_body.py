"""Bodies: JSON only, readable, and not endless."""

import json

import pytest

from agent.security.json_body import MAX_BODY
from tests.agent.calls import Caller


def send(browser: Caller, data: bytes, content_type: str | None = "application/json") -> object:
    headers = {"Host": "127.0.0.1:8642", "X-Pitch-In": "1", **browser.headers}
    return browser.client.post("/v1/reviews", data=data, headers=headers, content_type=content_type)


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonp",
        "text/json",
    ],
)
def test_what_a_form_could_send_is_refused(browser: Caller, content_type: str | None) -> None:
    assert send(browser, b'{"draft": "Great post!"}', content_type).status_code == 415


@pytest.mark.parametrize("content_type", ["application/json", "application/json; charset=utf-8"])
def test_json_is_taken(browser: Caller, content_type: str) -> None:
    assert send(browser, b'{"draft": "Great post!"}', content_type).status_code == 200


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"draft": "a',
        b"\xff\xfe",
        b'{"draft": "\xff"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"1" * 5000,
    ],
)
def test_what_is_no_json_is_told_so(browser: Caller, data: bytes) -> None:
    answer = send(browser, data)
    assert answer.status_code == 400
    assert "not JSON" in answer.json["detail"]


@pytest.mark.parametrize("value", [None, 1, "text", [], [{"draft": "a"}], True, '{"draft": "a"}'])
def test_json_that_is_no_object_does_not_fit(browser: Caller, value: object) -> None:
    assert send(browser, json.dumps(value).encode()).status_code == 422


def test_a_body_that_is_too_large_is_refused(browser: Caller) -> None:
    assert send(browser, b'{"draft": "' + b"a" * MAX_BODY + b'"}').status_code == 413


def test_the_longest_draft_and_parent_fit_with_every_character_escaped(browser: Caller) -> None:
    text = "\u00e4" * 100_000
    body = json.dumps({"draft": text, "context": {"parent_text": text}}).encode()
    assert len(body) > 1_200_000
    assert send(browser, body).status_code == 200


def test_half_a_character_pair_is_made_whole_at_the_same_offsets(browser: Caller) -> None:
    answer = send(browser, b'{"draft": "\\ud83d Great post!"}')
    assert answer.status_code == 200
    whole = send(browser, '{"draft": "\ufffd Great post!"}'.encode())
    assert answer.json == whole.json
