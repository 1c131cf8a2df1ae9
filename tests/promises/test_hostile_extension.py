"""Promise 3: another extension in the same browser, allowed to call this machine, gets nothing.

ActivityWatch let any Firefox add-on read everything in 2026, since it welcomed `moz-extension://*`.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright, Worker

from tests.promises.conftest import SECRET, Guarded
from tests.promises.hostile_calls import CALLS, REFUSED, WITH_THE_VIEWERS_COOKIE
from tests.setup.browser import QUIET

MANIFEST = {
    "manifest_version": 3,
    "name": "Weather",
    "version": "1.0",
    "background": {"service_worker": "worker.js"},
    "host_permissions": ["http://127.0.0.1/*", "http://localhost/*"],
}
TRY = """async ([address, method, path, body, headers]) => {
    const sent = {method, headers, credentials: "include", body: body && JSON.stringify(body)};
    const answer = await fetch(address + path, sent);
    return [answer.status, await answer.text()];
}"""


@pytest.fixture(scope="module")
def browser(
    playwright: Playwright, chromium_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A browser with an extension that was never paired."""
    folder = tmp_path_factory.mktemp("weather")
    (folder / "manifest.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    (folder / "worker.js").write_text("self.addEventListener('message', () => {});", encoding="utf-8")
    context = playwright.chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=chromium_path,
        args=[*QUIET, f"--disable-extensions-except={folder}", f"--load-extension={folder}"],
    )
    yield context
    context.close()


@pytest.fixture(scope="module")
def hostile(browser: BrowserContext) -> Worker:
    """The background worker of that extension."""
    return browser.service_workers[0] if browser.service_workers else browser.wait_for_event("serviceworker")


@pytest.fixture(scope="module")
def signed_in(browser: BrowserContext, guarded: Guarded) -> None:
    """The person is signed in to the viewer, in the same browser."""
    viewer = browser.new_page()
    viewer.goto(guarded.agent.new_link())
    viewer.goto(f"{guarded.agent.address}/history")
    assert SECRET in viewer.content()


def attempt(
    hostile: Worker, guarded: Guarded, method: str, path: str, headers: dict[str, str]
) -> tuple[int, str]:
    body = {"draft": "x"} if method == "POST" else None
    sent = {"X-Pitch-In": "1", "Content-Type": "application/json", **headers}
    status, text = hostile.evaluate(TRY, [guarded.agent.address, method, path, body, sent])
    return status, text


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_an_extension_that_was_never_paired_gets_nothing(
    hostile: Worker, guarded: Guarded, method: str, path: str
) -> None:
    for key in ("", "Bearer ", "Bearer " + "A" * 43, "Basic cGl0Y2g6aW4="):
        status, text = attempt(hostile, guarded, method, path, {"Authorization": key} if key else {})
        assert status in REFUSED
        assert SECRET not in text


@pytest.mark.parametrize(("method", "path"), [*CALLS, ("GET", "/v1/posts/{post}")])
def test_the_key_of_a_paired_browser_is_bound_to_its_extension(
    hostile: Worker, guarded: Guarded, method: str, path: str
) -> None:
    path = path.format(post=guarded.post)
    status, text = attempt(hostile, guarded, method, path, {"Authorization": f"Bearer {guarded.key}"})
    assert status in REFUSED
    assert SECRET not in text


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(("method", "path"), WITH_THE_VIEWERS_COOKIE)
def test_the_viewers_session_is_of_no_use_to_it(
    hostile: Worker, guarded: Guarded, method: str, path: str
) -> None:
    status, text = attempt(hostile, guarded, method, path, {})
    assert status in REFUSED
    assert SECRET not in text


def test_asking_to_be_paired_gives_no_key_until_the_person_says_so(hostile: Worker, guarded: Guarded) -> None:
    asked = {"browser": "Chromium 156 on Linux", "extension_version": "0.1.0"}
    headers = {"X-Pitch-In": "1", "Content-Type": "application/json"}
    call = [guarded.agent.address, "POST", "/v1/pairings", asked, headers]
    status, text = hostile.evaluate(TRY, call)
    assert status == 201
    pairing = json.loads(text)
    call = [
        guarded.agent.address,
        "POST",
        f"/v1/pairings/{pairing['id']}/claim",
        {"secret": pairing["secret"]},
        headers,
    ]
    status, text = hostile.evaluate(TRY, call)
    assert (status, json.loads(text)["status"], json.loads(text)["key"]) == (200, "waiting", None)
