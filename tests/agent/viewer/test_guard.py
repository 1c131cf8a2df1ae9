"""Who gets in, and what every page carries: walked over all routes, so that a new page can't be forgotten."""

import re
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from flask import Blueprint, Flask

from agent.services import Services
from agent.viewer import pages
from nlp.registry import modules_in
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.pages import viewer_pages
from tests.agent.viewer.reading import Viewer

OWN = "http://127.0.0.1:8642"
OPEN_TO_ALL = {"/sign-in", "/sign-out", "/assets/<name>"}
FOREIGN = [
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:9999"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "cross-site", "Origin": OWN},
    {"Origin": "https://evil.example"},
    {"Origin": "http://127.0.0.1:9999"},
    {"Origin": "null"},
    {"Origin": "https://127.0.0.1:8642"},
    {"Referer": OWN + "/settings"},
    {},
]


def routes(app: Flask, method: str) -> Iterator[str]:
    """Paths of the viewer's routes, with something in the place of each parameter."""
    modules = [module.__name__.rpartition(".")[2] for module in modules_in(pages)]
    for rule in app.url_map.iter_rules():
        if rule.endpoint.split(".")[0] in modules and method in (rule.methods or ()):
            yield rule.rule


def filled(path: str) -> str:
    path = re.sub(r"<int:\w+>", "1", path)
    return re.sub(r"<(\w+:)?\w+>", "00000000-0000-4000-8000-000000000000", path)


@pytest.mark.parametrize("module", list(modules_in(pages)), ids=lambda module: module.__name__)
def test_every_page_exports_a_blueprint_and_says_what_it_is(module: SimpleNamespace) -> None:
    assert isinstance(getattr(module, "blueprint", None), Blueprint), "export `blueprint`"
    assert module.__doc__, "begin with a docstring that says what the page is for"


def test_every_route_of_the_viewer_asks_who_it_is(app: Flask, stranger: Viewer) -> None:
    for path in routes(app, "GET"):
        if path not in OPEN_TO_ALL:
            assert stranger.get(filled(path)).status == 401, (
                f"GET {path} lets a stranger in: use page_blueprint"
            )
    for path in routes(app, "POST"):
        if path not in OPEN_TO_ALL:
            assert stranger.send(filled(path)).status == 401, f"POST {path} lets a stranger in"


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_no_form_from_elsewhere_is_taken(app: Flask, viewer: Viewer, headers: dict[str, str]) -> None:
    for path in routes(app, "POST"):
        refused = viewer.send_from_elsewhere(filled(path), **headers)
        assert refused.status == 403, f"POST {path} took a form sent with {headers}"
        assert "That form came from somewhere else" in refused.words


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Mode": "navigate"}, 200),
        ({"Sec-Fetch-Mode": "cors", "Referer": f"{OWN}/settings"}, 200),
        ({"Sec-Fetch-Mode": "cors"}, 401),
        ({"Sec-Fetch-Mode": "no-cors", "Referer": "http://127.0.0.1:86421/"}, 401),
        ({"Sec-Fetch-Mode": "cors", "Origin": "moz-extension://5f0c1d2e-8a4b-4c3d-9e2f-7a6b5c4d3e2f"}, 401),
        ({"Sec-Fetch-Mode": "navigate", "Origin": "null"}, 401),
    ],
)
def test_the_session_counts_for_the_person_and_our_own_pages_only(
    viewer: Viewer, headers: dict[str, str], status: int
) -> None:
    assert viewer.get("/history", **headers).status == status
    assert viewer.get("/stored/export/jsonl", **headers).status == status


def test_a_form_from_elsewhere_changes_nothing(viewer: Viewer, services: Services, log_post: LogPost) -> None:
    post = log_post()
    services.settings.set("theme", "dark")
    viewer.send_from_elsewhere(f"/history/{post.id}/delete", **FOREIGN[0])
    viewer.send_from_elsewhere("/settings", **FOREIGN[0])
    viewer.send_from_elsewhere("/sign-out", **FOREIGN[0])
    assert services.posts.get(post.id) == post
    assert services.settings.get("theme") == "dark"
    assert viewer.get("/").status == 200


def test_an_older_browser_is_known_by_its_origin(viewer: Viewer) -> None:
    saved = viewer.send_from_elsewhere("/settings", Origin=OWN)
    assert saved.status == 422, "the form was read"


def test_every_page_keeps_to_itself(viewer: Viewer, stranger: Viewer, log_post: LogPost) -> None:
    post = log_post()
    shown = [viewer.get(path) for path in viewer_pages(post.id).values()]
    for page in [*shown, stranger.get("/"), stranger.get("/sign-in?token=x"), viewer.get("/browsers/now")]:
        policy = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert page.headers["Cache-Control"] == "no-store"
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert page.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_no_page_needs_what_the_policy_forbids(viewer: Viewer, log_post: LogPost) -> None:
    post = log_post()
    for name, path in viewer_pages(post.id).items():
        for element in viewer.get(path).tree.iter():
            attributes = set(element.attrib)
            assert "style" not in attributes, f"{name}: an inline style on <{element.tag}>"
            assert not [each for each in attributes if each.startswith("on")], f"{name}: inline script"
            assert element.tag != "style", f"{name}: an inline style sheet"
            if element.tag == "script":
                assert element.get("src", "").startswith("/assets/"), f"{name}: a script that isn't ours"
                assert not element.text, f"{name}: an inline script"


def test_every_form_that_changes_something_is_sent_in_the_body(viewer: Viewer, log_post: LogPost) -> None:
    post = log_post()
    for name, path in viewer_pages(post.id).items():
        for form in viewer.get(path).all(".//form"):
            is_search = form.get("role") == "search"
            assert form.get("method") == ("get" if is_search else "post"), f"{name}: {form.attrib}"


def test_style_sheets_and_scripts_are_fetched_without_signing_in(stranger: Viewer) -> None:
    page = stranger.get("/")
    sheets = [link.get("href", "") for link in page.all(".//link")]
    assert "/assets/tokens.css" in sheets
    for sheet in sheets:
        assert stranger.get(sheet).status == 200, sheet


@pytest.mark.parametrize(
    "name", ["../guard.py", "..%2Fguard.py", "%2e%2e/guard.py", "nothing.css", "..%5Cguard.py"]
)
def test_nothing_but_the_assets_can_be_fetched(stranger: Viewer, name: str) -> None:
    assert stranger.get(f"/assets/{name}").status == 404
