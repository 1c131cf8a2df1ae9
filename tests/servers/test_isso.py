"""The Isso server of the tests is what it says: real, empty, and open to comments."""

from playwright.sync_api import Browser, expect

from tests.servers.site import Site


def test_a_comment_posted_on_the_page_appears_at_once(isso_site: Site, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(isso_site.url)
    expect(page.get_by_text(isso_site.parent_text)).to_be_visible()
    expect(page.get_by_role("heading", name=isso_site.parent_title)).to_be_visible()
    page.locator(".isso-postbox textarea.isso-textarea").fill("We had the same gap in the first month.")
    page.locator(".isso-postbox .isso-post-action input[type=submit]").click()
    posted = page.locator(".isso-comment .isso-text").get_by_text("We had the same gap in the first month.")
    expect(posted).to_be_visible()
    page.close()
