"""Promise 3: a web page, or a name that was bound anew to this machine, reads nothing and changes nothing.

The browser's own guard (Local Network Access) is off here: the agent must hold without it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.promises.conftest import SECRET, Guarded
from tests.promises.hostile_site import hostile_site
from tests.setup.browser import QUIET

REBOUND = "rebound.example"
UNGUARDED = [
    "--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests",
    f"--host-resolver-rules=MAP {REBOUND} 127.0.0.1",
]
READS = ["/v1/health", "/v1/posts", "/v1/export", "/v1/openapi.json", "/", "/history", "/settings"]
TRY_TO_READ = """async ([address, path, key]) => {
    const headers = key ? {"X-Pitch-In": "1", Authorization: `Bearer ${key}`} : {"X-Pitch-In": "1"};
    const ways = [{}, {mode: "cors", credentials: "include"}, {mode: "cors", headers}, {mode: "no-cors"}];
    const got = [];
    for (const way of ways) {
        try { got.push(await (await fetch(address + path, way)).text()); } catch { got.push(""); }
    }
    return got;
}"""
TRY_TO_SEND = """async ([address, path, method]) => {
    const body = JSON.stringify({draft: "x", text: "x", posted_at: "2026-11-25T18:09:15Z"});
    const ways = [
        {method, body, mode: "no-cors", headers: {"Content-Type": "text/plain"}},
        {method, body, headers: {"Content-Type": "application/json", "X-Pitch-In": "1"}},
    ];
    for (const way of ways) await fetch(address + path, way).catch(() => {});
    navigator.sendBeacon(address + path, body);
}"""


@pytest.fixture(scope="module")
def careless(playwright: Playwright, chromium_path: Path) -> Iterator[Browser]:
    """A browser that keeps no page from this machine."""
    browser = playwright.chromium.launch(executable_path=chromium_path, args=[*QUIET, *UNGUARDED])
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def page(careless: Browser, guarded: Guarded) -> Iterator[Page]:
    """The hostile page, in the very browser that is signed in to the viewer."""
    context = careless.new_context()
    viewer = context.new_page()
    viewer.goto(guarded.agent.new_link())
    viewer.goto(f"{guarded.agent.address}/history")
    assert SECRET in viewer.content(), "The person is signed in and sees the post."
    with hostile_site() as site:
        opened = context.new_page()
        opened.goto(site.url)
        yield opened
    context.close()


@pytest.mark.parametrize("path", READS)
def test_a_page_reads_nothing_even_with_a_stolen_key(page: Page, guarded: Guarded, path: str) -> None:
    for key in (None, guarded.key):
        answers = page.evaluate(TRY_TO_READ, [guarded.agent.address, path, key])
        readable = [answer for answer in answers if answer]
        assert readable == []
        assert SECRET not in "".join(readable)


def everything(guarded: Guarded) -> list[Any]:
    """What the log holds, as the paired browser sees it."""
    items = guarded.agent.call("GET", "/v1/posts?limit=100", key=guarded.key).json()["items"]
    return [(post["id"], post["text"], post["permalink"]) for post in items]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_page_changes_nothing(page: Page, guarded: Guarded, method: str) -> None:
    before = everything(guarded)
    for path in (f"/v1/posts/{guarded.post}", "/v1/data", "/v1/reviews", "/history", "/settings"):
        page.evaluate(TRY_TO_SEND, [guarded.agent.address, path, method])
    assert everything(guarded) == before


def test_a_form_on_a_page_deletes_nothing(page: Page, guarded: Guarded) -> None:
    before = everything(guarded)
    sent = page.context.new_page()
    sent.goto(page.url)
    with sent.expect_navigation():
        sent.evaluate(
            """(action) => {
                 const form = document.createElement("form");
                 Object.assign(form, {method: "post", action});
                 document.body.append(form);
                 form.submit();
               }""",
            f"{guarded.agent.address}/history/{guarded.post}/delete",
        )
    assert everything(guarded) == before
    sent.close()


def test_a_page_can_not_frame_the_viewer(page: Page, guarded: Guarded) -> None:
    with page.expect_event("framenavigated"):
        page.evaluate(
            """(src) => document.body.append(Object.assign(document.createElement("iframe"), {src}))""",
            f"{guarded.agent.address}/history",
        )
    (framed,) = page.frames[1:]
    assert framed.url.startswith("chrome-error:"), "Not even the page that asks to sign in."
    assert SECRET not in framed.content()


def test_a_name_bound_to_this_machine_reads_nothing(careless: Browser, guarded: Guarded) -> None:
    port = guarded.agent.address.rpartition(":")[2]
    rebound = careless.new_page()
    for path in READS:
        answer = rebound.goto(f"http://{REBOUND}:{port}{path}")
        assert answer is not None
        assert answer.status == 421
        assert SECRET not in rebound.content()
    rebound.close()
