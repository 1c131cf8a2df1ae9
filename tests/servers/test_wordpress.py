"""The WordPress of the tests is what it says: real, empty, and open to strangers' comments."""

import pytest
from playwright.sync_api import Browser, expect

from tests.servers.site import Site

pytestmark = pytest.mark.servers


def test_two_comments_in_a_row_appear_at_once(wordpress_site: Site, chromium: Browser) -> None:
    page = chromium.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    page.goto(wordpress_site.url)
    expect(page.get_by_text(wordpress_site.parent_text)).to_be_visible()
    for text in ("We had the same gap in the first month.", "Ours closed after half a year."):
        page.locator("#commentform textarea#comment").fill(text)
        page.locator("#commentform #author").fill("Jonas")
        page.locator("#commentform #email").fill("jonas@example.org")
        page.locator("#commentform #submit").click()
        page.wait_for_url("**/repair-cafe/#comment-*")
        expect(
            page.locator("li.comment .comment-content, .wp-block-comment-content").get_by_text(text)
        ).to_be_visible()
    assert asked == {wordpress_site.url.split("/")[2]}, "The page called another machine."
    page.close()
