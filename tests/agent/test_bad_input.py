"""Whatever comes in, the answer is a fair one: a review, a logged post, or a sentence on what doesn't fit."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.services import Services
from tests.agent.calls import Caller, new_id, new_post

ANY_TEXT = st.text(st.characters(), max_size=60)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=12,
)
MUCH = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
CALLS = st.sampled_from(
    [
        ("POST", "/v1/reviews"),
        ("POST", "/v1/pairings"),
        ("POST", "/v1/pairings/x/claim"),
        ("PUT", f"/v1/posts/{new_id()}"),
        ("PATCH", f"/v1/posts/{new_id()}"),
        ("POST", "/v1/engagement"),
        ("POST", f"/v1/posts/{new_id()}/engagement"),
        ("PATCH", f"/v1/conversations/{new_id()}"),
        ("PUT", "/v1/collectors"),
    ]
)


def send(browser: Caller, method: str, path: str, data: bytes) -> Any:
    headers = {"Host": "127.0.0.1:8642", "X-Pitch-In": "1", **browser.headers}
    return browser.client.open(
        path, method=method, data=data, headers=headers, content_type="application/json"
    )


@MUCH
@given(CALLS, JSON)
def test_any_json_is_answered_fairly(browser: Caller, call: tuple[str, str], body: object) -> None:
    answer = send(browser, *call, json.dumps(body).encode())
    assert answer.status_code < 500
    assert answer.status_code == 200 or answer.json["detail"]


@MUCH
@given(CALLS, st.binary(max_size=60))
def test_any_bytes_are_answered_fairly(browser: Caller, call: tuple[str, str], data: bytes) -> None:
    assert send(browser, *call, data).status_code in (400, 422, 429)


@MUCH
@given(st.sampled_from(sorted(new_post())), JSON)
def test_a_post_is_logged_as_it_was_sent_or_refused(
    browser: Caller, services: Services, field: str, value: object
) -> None:
    post_id = new_id()
    answer = browser("PUT", f"/v1/posts/{post_id}", new_post(**{field: value}))
    assert answer.status_code in (201, 422)
    if answer.status_code == 201:
        logged = json.loads(services.posts.get(post_id).model_dump_json())
        assert logged == answer.json
        assert browser("PUT", f"/v1/posts/{post_id}", new_post(**{field: value})).status_code == 200


@MUCH
@given(ANY_TEXT)
def test_any_text_is_reviewed_and_logged_at_the_same_offsets(browser: Caller, text: str) -> None:
    post_id = new_id()
    assert browser("POST", "/v1/reviews", {"draft": text}).status_code == 200
    answer = browser("PUT", f"/v1/posts/{post_id}", new_post(text=text))
    assert answer.status_code == 201
    logged = answer.json["text"]
    assert [unit if not 0xD800 <= ord(unit) < 0xE000 else "\ufffd" for unit in text] == list(logged)
    length = len(logged.encode("utf-16-le")) // 2
    for signal in answer.json["signals"]:
        assert all(0 <= span["start"] <= span["end"] <= length for span in signal["spans"])


@MUCH
@given(st.dictionaries(st.sampled_from(["q", "site", "verdict", "cursor", "limit"]), ANY_TEXT, max_size=5))
def test_any_question_to_the_log_is_answered_fairly(browser: Caller, query: dict[str, str]) -> None:
    sent = {name: value.encode("utf-8", "replace").decode() for name, value in query.items()}
    headers = {"Host": "127.0.0.1:8642", "X-Pitch-In": "1", **browser.headers}
    answer = browser.client.get("/v1/posts", query_string=sent, headers=headers)
    assert answer.status_code in (200, 422)
