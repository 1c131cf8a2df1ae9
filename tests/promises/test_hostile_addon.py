"""Promise 3: another add-on in the same Firefox gets nothing, with no permission but to call this machine.

Firefox gives each add-on a random origin, so a server can't know its own ahead. ActivityWatch welcomed them
all (`moz-extension://*`), and in 2026 any add-on could read everything (aw-server-rust 637).
"""

import json
from collections.abc import Iterator

import pytest

from tests.extension.firefox.page import Page
from tests.extension.firefox.running import running_firefox
from tests.promises.conftest import SECRET, Guarded
from tests.promises.hostile_calls import CALLS, REFUSED, WITH_THE_VIEWERS_COOKIE
from tests.setup import firefox

ID = "weather@weather.example"
UUID = "5f0c1d2e-8a4b-4c3d-9e2f-7a6b5c4d3e2f"
OURS = "moz-extension://0b6f7a52-3a5e-4e4b-9a50-3f0b7c7d1f00"
MANIFEST = {
    "manifest_version": 3,
    "name": "Weather",
    "version": "1.0",
    "browser_specific_settings": {"gecko": {"id": ID}},
    "host_permissions": ["http://127.0.0.1/*", "http://localhost/*"],
}
# Whatever Firefox lets the add-on read of an answer: nothing is a status of 0.
TRY = """async ([address, method, path, body, headers]) => {
    try {
        const sent = {method, headers, credentials: "include", body: body && JSON.stringify(body)};
        const answer = await fetch(address + path, sent);
        return [answer.status, await answer.text()];
    } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return [0, ""];
    }
}"""


@pytest.fixture(scope="module")
def addon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of an add-on that was never paired."""
    folder = tmp_path_factory.mktemp("weather")
    (folder / "manifest.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    (folder / "page.html").write_text("<!doctype html><title>Weather</title>", encoding="utf-8")
    preferences = {"extensions.webextensions.uuids": json.dumps({ID: UUID})}
    with running_firefox(firefox.find(), tmp_path_factory.mktemp("profile"), preferences) as marionette:
        marionette("Addon:Install", path=str(folder), temporary=True)
        page = Page(marionette, str(marionette("WebDriver:GetWindowHandle")))
        page.goto(f"moz-extension://{UUID}/page.html")
        yield page


@pytest.fixture
def signed_in(addon: Page, guarded: Guarded) -> None:
    """The person was in the viewer, in the same browser, and is signed in."""
    addon.goto(guarded.agent.new_link())
    addon.goto(f"{guarded.agent.address}/history")
    assert SECRET in addon.evaluate("() => document.body.textContent")
    addon.goto(f"moz-extension://{UUID}/page.html")


@pytest.fixture(scope="module")
def key_of_ours(guarded: Guarded) -> str:
    """The key of the real add-on in a Firefox."""
    return guarded.agent.pair(OURS)


def attempt(addon: Page, guarded: Guarded, method: str, path: str, headers: dict[str, str]) -> str:
    """What it could read: an answer that refuses, or nothing."""
    body = {"draft": "x"} if method == "POST" else None
    sent = {"X-Pitch-In": "1", "Content-Type": "application/json", **headers}
    status, text = addon.evaluate(TRY, [guarded.agent.address, method, path, body, sent])
    assert status in (0, *REFUSED)
    return text


def test_the_add_on_reaches_the_agent_at_all(addon: Page, guarded: Guarded) -> None:
    status, text = addon.evaluate(TRY, [guarded.agent.address, "GET", "/v1/health", None, {}])
    assert (status, json.loads(text)["name"]) == (200, "Pitch In")


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_an_add_on_that_was_never_paired_gets_nothing(
    addon: Page, guarded: Guarded, method: str, path: str
) -> None:
    for key in ("", "Bearer ", "Bearer " + "A" * 43):
        text = attempt(addon, guarded, method, path, {"Authorization": key} if key else {})
        assert SECRET not in text


@pytest.mark.parametrize(("method", "path"), [*CALLS, ("GET", "/v1/posts/{post}")])
def test_a_stolen_key_is_bound_to_the_add_on_that_was_paired(
    addon: Page, guarded: Guarded, key_of_ours: str, method: str, path: str
) -> None:
    path = path.format(post=guarded.post)
    text = attempt(addon, guarded, method, path, {"Authorization": f"Bearer {key_of_ours}"})
    assert SECRET not in text
    kept = guarded.agent.call("GET", f"/v1/posts/{guarded.post}", key=guarded.key)
    assert SECRET in kept.json()["text"]


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(("method", "path"), WITH_THE_VIEWERS_COOKIE)
def test_the_viewers_session_is_of_no_use_to_it(
    addon: Page, guarded: Guarded, method: str, path: str
) -> None:
    assert SECRET not in attempt(addon, guarded, method, path, {})
    kept = guarded.agent.call("GET", f"/v1/posts/{guarded.post}", key=guarded.key)
    assert SECRET in kept.json()["text"]


def test_asking_to_be_paired_gives_no_key_until_the_person_says_so(addon: Page, guarded: Guarded) -> None:
    headers = {"X-Pitch-In": "1", "Content-Type": "application/json"}
    asked = {"browser": "Firefox 153 on Linux", "extension_version": "0.1.0"}
    status, text = addon.evaluate(TRY, [guarded.agent.address, "POST", "/v1/pairings", asked, headers])
    assert status == 201
    pairing = json.loads(text)
    claim = [f"/v1/pairings/{pairing['id']}/claim", {"secret": pairing["secret"]}, headers]
    status, text = addon.evaluate(TRY, [guarded.agent.address, "POST", *claim])
    assert (status, json.loads(text)["status"], json.loads(text)["key"]) == (200, "waiting", None)
