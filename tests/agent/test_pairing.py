"""How a browser gets its key: a code on both sides, two minutes, once."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from agent.problems import NotFound
from agent.services import Services
from agent.services.pairings import ASKS_PER_MINUTE, LIFE
from tests.agent.calls import Caller
from tests.agent_process import EXTENSION

FIREFOX = "moz-extension://12345678-1234-1234-1234-123456789abc"
ASKED = {"browser": "Firefox 153 on Linux", "extension_version": "0.1.0"}


@pytest.fixture
def extension(app: Flask) -> Caller:
    """An extension that isn't paired yet."""
    return Caller(app.test_client(), {"Origin": FIREFOX})


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Move the pairings' clock."""

    def move(by: timedelta) -> None:
        monkeypatch.setattr("agent.services.pairings.now", lambda: datetime.now(UTC) + by)

    return move


def claim(extension: Caller, pairing: dict[str, str], **headers: str) -> dict[str, str]:
    body = {"secret": pairing["secret"]}
    return extension("POST", f"/v1/pairings/{pairing['id']}/claim", body, **headers).json


def test_a_browser_is_paired_once_the_person_confirms_the_code(extension: Caller, services: Services) -> None:
    asked = extension("POST", "/v1/pairings", ASKED)
    pairing = asked.json
    assert asked.status_code == 201
    assert re.fullmatch(r"\d{3}-\d{3}", pairing["code"])
    assert claim(extension, pairing)["status"] == "waiting"

    (waiting,) = services.pairings.waiting()
    assert (waiting.code, waiting.origin, waiting.browser) == (pairing["code"], FIREFOX, ASKED["browser"])
    assert waiting.expires_at - waiting.asked_at == timedelta(minutes=2)
    services.pairings.confirm(waiting.id)
    assert services.pairings.waiting() == []

    paired = claim(extension, pairing)
    (browser,) = services.pairings.browsers()
    assert paired["status"] == "paired"
    assert paired["browser_id"] == browser.id
    caller = Caller(extension.client, {"Origin": FIREFOX, "Authorization": f"Bearer {paired['key']}"})
    assert caller("GET", "/v1/posts").status_code == 200
    assert services.pairings.browsers()[0].last_seen_at is not None


def test_the_key_is_given_once(extension: Caller, services: Services) -> None:
    pairing = extension("POST", "/v1/pairings", ASKED).json
    services.pairings.confirm(pairing["id"])
    assert claim(extension, pairing)["key"]
    assert claim(extension, pairing) == {"status": "expired", "key": None, "browser_id": None}
    assert len(services.pairings.browsers()) == 1


def test_a_refused_browser_gets_no_key(extension: Caller, services: Services) -> None:
    pairing = extension("POST", "/v1/pairings", ASKED).json
    services.pairings.refuse(pairing["id"])
    assert claim(extension, pairing) == {"status": "refused", "key": None, "browser_id": None}
    with pytest.raises(NotFound):
        services.pairings.confirm(pairing["id"])


@pytest.mark.parametrize("confirmed", [False, True])
def test_after_two_minutes_it_is_too_late(
    extension: Caller, services: Services, later: Callable[[timedelta], None], confirmed: bool
) -> None:
    pairing = extension("POST", "/v1/pairings", ASKED).json
    if confirmed:
        services.pairings.confirm(pairing["id"])
    later(LIFE)
    assert claim(extension, pairing)["status"] == "expired"
    assert services.pairings.waiting() == []
    assert services.pairings.browsers() == []
    with pytest.raises(NotFound):
        services.pairings.confirm(pairing["id"])


def test_only_who_asked_can_claim(extension: Caller, services: Services) -> None:
    pairing = extension("POST", "/v1/pairings", ASKED).json
    services.pairings.confirm(pairing["id"])
    path = f"/v1/pairings/{pairing['id']}/claim"
    answers = [
        extension("POST", path, {"secret": pairing["secret"]}, Origin=EXTENSION),
        extension("POST", path, {"secret": "guessed"}),
        extension("POST", "/v1/pairings/unknown/claim", {"secret": pairing["secret"]}),
    ]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert len({answer.json["detail"] for answer in answers}) == 1
    assert claim(extension, pairing)["status"] == "paired"


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "chrome-extension://short",
        "moz-extension://*",
        "*",
        "http://127.0.0.1:8642",
        f"{FIREFOX}/",
        f"{FIREFOX}\nx",
    ],
)
def test_only_an_extension_can_ask(extension: Caller, origin: str) -> None:
    if "\n" in origin:
        with pytest.raises(ValueError, match="newline"):
            extension("POST", "/v1/pairings", ASKED, Origin=origin)
    else:
        assert extension("POST", "/v1/pairings", ASKED, Origin=origin).status_code == 403
    assert extension("POST", "/v1/pairings", ASKED, without=("Origin",)).status_code == 403


def test_who_asks_too_often_has_to_wait(extension: Caller, later: Callable[[timedelta], None]) -> None:
    for _ in range(ASKS_PER_MINUTE):
        assert extension("POST", "/v1/pairings", ASKED).status_code == 201
    refused = extension("POST", "/v1/pairings", ASKED, Origin=EXTENSION)
    assert refused.status_code == 429
    assert refused.headers["Retry-After"] == "60"
    later(timedelta(minutes=1, seconds=1))
    assert extension("POST", "/v1/pairings", ASKED).status_code == 201


@pytest.mark.parametrize(
    "body",
    [
        {},
        {**ASKED, "browser": ""},
        {**ASKED, "browser": "a" * 201},
        {**ASKED, "extension_version": 1},
        {"x": 1},
    ],
)
def test_a_browser_says_which_one_it_is(extension: Caller, body: dict[str, object]) -> None:
    assert extension("POST", "/v1/pairings", body).status_code == 422


def test_two_profiles_of_a_browser_have_keys_of_their_own(extension: Caller, services: Services) -> None:
    keys = []
    for _ in range(2):
        pairing = extension("POST", "/v1/pairings", ASKED).json
        services.pairings.confirm(pairing["id"])
        keys.append(claim(extension, pairing)["key"])
    assert keys[0] != keys[1]
    services.pairings.revoke(services.pairings.browsers()[0].id)
    assert services.pairings.origins() == {FIREFOX}
    still = [bool(services.pairings.browser_for(key, FIREFOX)) for key in keys]
    assert sorted(still) == [False, True]


def test_what_is_not_there_is_said(services: Services) -> None:
    for act in (services.pairings.confirm, services.pairings.refuse, services.pairings.revoke):
        with pytest.raises(NotFound):
            act("unknown")
