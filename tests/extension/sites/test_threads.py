"""One press posts a whole thread: each of its posts goes into the log."""

import pytest

from tests.extension.sites.looking import Looker
from tests.extension.sites.saved import SavedPage, saved_pages

PAGES = {page.name: page for page in saved_pages() if page.name in ("x/thread.html", "bluesky/several.html")}
WATCH = """
(written) => {
  window.sent = [];
  const writings = written.map(([css, text]) => {
    const field = document.querySelector(css);
    field.textContent = text;
    return { ...findComposer(field), text: () => editorOf(field).read(field) };
  });
  writings.reverse(); // a person may go to the last one first
  const does = {
    writings: () => [...writings],
    holds: () => false,
    submitted: (sent) => window.sent.push(sent.map(({ text }) => text)),
  };
  watchSubmits(does, new AbortController().signal);
}
"""
SENT = "() => window.sent"
# X's one link for all of them; then one of them stands on the page.
OUTCOMES = """
([first, second]) => {
  const site = siteHere();
  const posts = [first, second].map((text) => ({ text, baseline: baselineOf(site, text), context: {} }));
  document.querySelector("#layers").insertAdjacentHTML("beforeend", `
    <div role="alert" data-testid="toast">Your posts were sent. <a href="/jonas/status/1803">View</a></div>`);
  document.querySelector("main").insertAdjacentHTML("beforeend", `
    <article data-testid="tweet" tabindex="0">
    <div data-testid="User-Name"><a href="/jonas">Jonas</a>
    <a href="/jonas/status/1804"><time datetime="2026-11-25T10:00:00.000Z">now</time></a></div>
    <div data-testid="tweetText">${second}</div></article>`);
  return posts.map((post) => outcomeInThread(site, post, null));
}
"""


@pytest.fixture(params=PAGES)
def thread(request: pytest.FixtureRequest, looker: Looker) -> SavedPage:
    looker.open(PAGES[request.param])
    return PAGES[request.param]


def test_one_press_sends_what_was_written_of_a_thread_in_its_order(looker: Looker, thread: SavedPage) -> None:
    fields = [composer["field"] for composer in thread.composers]
    texts = ["Our café moved.", "Nine of forty came along.", ""]
    looker.ask(WATCH, list(zip(fields, texts, strict=False)))
    looker.click(thread.composers[0]["submit"])
    assert looker.ask(SENT) == [["Our café moved.", "Nine of forty came along."]]


def test_the_one_link_that_the_site_shows_is_not_taken_for_the_address_of_each(looker: Looker) -> None:
    looker.open(PAGES["x/thread.html"])
    assert looker.ask(OUTCOMES, ["Our café moved.", "Nine of forty came along."]) == [
        {"state": "confirmed", "permalink": None},
        {"state": "confirmed", "permalink": "https://x.com/jonas/status/1804"},
    ]
