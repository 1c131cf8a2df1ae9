"""What other people wrote is text on every page, never markup, and no link that runs."""

from urllib.parse import urlencode

import pytest

from agent.services import Services
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Page, Viewer

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!--",
    "{{ 7777 * 7777 }}{% raw %}",
    "&lt;b&gt;&amp;",
    "]]><style>*{display:none}</style>",
]


def assert_is_mere_text(page: Page, hostile: str) -> None:
    assert page.status == 200
    assert " ".join(hostile.split()) in page.words or hostile in values(page)
    tags = {str(element.tag) for element in page.tree.iter()}
    assert not tags & {"style", "b"}
    for element in page.tree.iter():
        assert not [name for name in element.attrib if name.startswith("on")]
        assert element.tag != "script" or element.get("src", "").startswith("/assets/")
        assert element.tag != "img" or element.get("src", "").startswith("/assets/")
    assert "60481729" not in page.words


def values(page: Page) -> list[str]:
    return [element.get("value", "") for element in page.tree.iter()]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_in_a_draft(viewer: Viewer, hostile: str) -> None:
    everywhere = dict.fromkeys(("draft", "parent_text", "parent_author", "thread_title"), hostile)
    assert_is_mere_text(viewer.send("/draft", everywhere), hostile)
    assert_is_mere_text(viewer.send("/draft", everywhere | {"use": "Great post! " + hostile}), hostile)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_in_a_logged_post(viewer: Viewer, log_post: LogPost, hostile: str) -> None:
    context = {"site": hostile, "parent_text": hostile, "parent_author": hostile, "thread_title": hostile}
    post = log_post(text="Great post! " + hostile, context=context)
    for path in ("/history", f"/history/{post.id}", f"/history/{post.id}/delete"):
        assert_is_mere_text(viewer.get(path), hostile)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_in_a_search(viewer: Viewer, log_post: LogPost, hostile: str) -> None:
    log_post()
    assert_is_mere_text(viewer.get("/history?" + urlencode({"q": hostile, "site": hostile})), hostile)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_in_the_name_of_a_browser(viewer: Viewer, services: Services, hostile: str) -> None:
    services.pairings.ask("chrome-extension://" + "a" * 32, hostile, "0.1.0")
    assert_is_mere_text(viewer.get("/browsers"), hostile)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil", "https:"]
)
def test_an_address_that_is_no_web_page_is_no_link(
    viewer: Viewer, services: Services, log_post: LogPost, address: str
) -> None:
    post = log_post()
    with services.log.writing() as db:
        db.execute("UPDATE posts SET permalink = ?, page_url = ?", [address, address])
    page = viewer.get(f"/history/{post.id}")
    assert page.status == 200
    assert address not in page.links()
