"""What holds for every page, with an empty log and with years of posts: valid, linked, in good English."""

import re
from uuid import uuid4

import pytest

from agent.services import Services
from agent.store.clock import now
from tests.agent.made.log import MadeLog
from tests.agent.viewer.pages import signal_names, viewer_pages
from tests.agent.viewer.reading import Page, Viewer

COUNTED = "post|like|answer|share|view|text|day|month|place"
WRONG_PLURAL = re.compile(rf"(?<![\d.,:-])1 ({COUNTED})s\b")
WRONG_SINGULAR = re.compile(rf"\b(0|[2-9]|\d\d+) ({COUNTED})\b(?! for)")
SIGNALS = {f"signal {name}" for name in signal_names()[1:]}
"""Their pages are all alike: one of them stands for all."""


@pytest.fixture(params=[0, 1, 400])
def pages(request: pytest.FixtureRequest, viewer: Viewer, services: Services) -> dict[str, Page]:
    """Every page by its name, with no post, one, and some years of them in the log."""
    MadeLog(request.param, until=now()).write(services.log)
    with services.log.reading() as db:
        post = db.execute("SELECT id FROM posts ORDER BY number DESC").fetchone()
    every = viewer_pages(post[0] if post else uuid4())
    return {name: viewer.get(path) for name, path in every.items() if name not in SIGNALS}


def test_each_page_is_valid_and_says_what_it_is(pages: dict[str, Page]) -> None:
    titles = {name: page.tree.findtext("head/title") for name, page in pages.items()}
    assert all(title and title.endswith(" · Pitch In") for title in titles.values())
    for name, page in pages.items():
        assert len(page.all(".//h1")) == 1, f"{name} has one heading above all others"
        assert page.status in ((404,) if name == "not there" else (200, 404))


def test_each_link_leads_somewhere(pages: dict[str, Page], viewer: Viewer) -> None:
    links = {link.partition("#")[0] for page in pages.values() for link in page.links()}
    for link in sorted(link for link in links if link.startswith("/") and "/export/" not in link):
        assert viewer.get(link).status in (200, 303), link


def test_each_number_agrees_with_what_it_counts(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        if name.startswith("signal"):
            continue  # their examples are drafts
        for wrong in (WRONG_PLURAL, WRONG_SINGULAR):
            found = wrong.search(page.words)
            assert not found, f"{name}: {page.words[max(0, found.start() - 40) : found.end() + 20]}"
