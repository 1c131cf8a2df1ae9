"""The history's filters, its search with marked words, and its pages, over a made-up log."""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from flask import Flask

import nlp
from agent.app import create_app
from agent.services import Services
from agent.store import Log
from tests.agent.made.log import MadeLog
from tests.agent.viewer.reading import Page, Viewer, words_of

POSTS = 400


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Log]:
    """A log of some years."""
    log = Log(tmp_path_factory.mktemp("made"))
    MadeLog(POSTS).write(log)
    yield log
    log.close()


@pytest.fixture(scope="module")
def viewer(log: Log, reviewer: nlp.Reviewer) -> Viewer:
    """The person, signed in, who only reads."""
    services = Services.on(log, "http://127.0.0.1:8642", load=lambda: reviewer)
    app: Flask = create_app(services)
    person = Viewer(app.test_client())
    person.get(services.sessions.new_link().removeprefix(services.address))
    return person


def pages(viewer: Viewer, **asked: str) -> list[Page]:
    """All pages of what is asked for, by the links between them."""
    found = [viewer.get("/history?" + urlencode(asked))]
    while older := [link for link in found[-1].links() if "cursor=" in link]:
        found.append(viewer.get(older[0]))
    return found


def ids(viewer: Viewer, **asked: str) -> list[str]:
    links = [link for page in pages(viewer, **asked) for link in page.links() if link.startswith("/history/")]
    return [link.removeprefix("/history/") for link in links]


def told(log: Log, where: str) -> set[str]:
    """What the log itself says."""
    with log.reading() as db:
        return {row[0] for row in db.execute(f"SELECT id FROM posts WHERE {where}")}  # noqa: S608 (ours)


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ({}, "1"),
        ({"site": "reddit"}, "site = 'reddit'"),
        ({"kind": "post"}, "kind = 'post'"),
        ({"verdict": "promotion"}, "verdict = 'promotion'"),
        ({"signal": "thanks"}, "number IN (SELECT post FROM signals WHERE name = 'thanks')"),
        ({"answers": "some"}, "number IN (SELECT post FROM engagement WHERE replies > 0)"),
        ({"since": "2026-01-01", "until": "2026-03-31"}, "posted_at BETWEEN '2026-01-01' AND '2026-04-01'"),
        (
            {"site": "x", "verdict": "contributes", "answers": "some"},
            "site = 'x' AND verdict = 'contributes' "
            "AND number IN (SELECT post FROM engagement WHERE replies > 0)",
        ),
        ({"q": "greenhouse"}, "number IN (SELECT rowid FROM posts_fts WHERE posts_fts MATCH 'greenhouse*')"),
        (
            {"q": "the", "site": "x"},
            "site = 'x' AND number IN (SELECT rowid FROM posts_fts WHERE posts_fts MATCH 'the*')",
        ),
    ],
)
def test_each_filter_finds_what_the_log_says_once_each(
    viewer: Viewer, log: Log, asked: dict[str, str], where: str
) -> None:
    found = ids(viewer, **asked)
    assert len(found) == len(set(found))
    assert set(found) == told(log, where)


def test_a_search_over_many_matches_loses_none_between_its_parts(
    viewer: Viewer, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agent.store import history

    monkeypatch.setattr(history, "_MATCHES", 30)
    found = ids(viewer, q="the")
    assert len(found) == len(set(found))
    assert set(found) == told(log, "number IN (SELECT rowid FROM posts_fts WHERE posts_fts MATCH 'the*')")


def test_posts_that_nobody_answered_are_known_not_to_be(viewer: Viewer, log: Log) -> None:
    none, some = set(ids(viewer, answers="none")), set(ids(viewer, answers="some"))
    unknown = told(log, "number NOT IN (SELECT post FROM engagement WHERE replies IS NOT NULL)")
    assert none
    assert not none & some
    assert not none & unknown


def test_the_words_that_were_found_are_marked_whatever_their_case_and_accents(viewer: Viewer) -> None:
    page = viewer.get("/history?q=CAFE")
    marked = {words_of(mark).casefold() for mark in page.all(".//mark[@class='found']")}
    assert marked == {"café"}


def test_the_best_match_may_come_first(viewer: Viewer) -> None:
    newest = viewer.get("/history?q=greenhouse")
    best_first = next(link for link in newest.links() if "order=best" in link)
    page = viewer.get(best_first)
    (current,) = page.all(".//nav[@aria-label='Order']//a[@aria-current]")
    assert words_of(current) == "Best match first"
    assert page.all(".//mark[@class='found']")
    assert "order=best" not in " ".join(viewer.get("/history").links()), "without words nothing matches best"


def test_the_last_word_may_be_a_beginning(viewer: Viewer) -> None:
    page = viewer.get("/history?q=greenh")
    assert {words_of(mark) for mark in page.all(".//mark[@class='found']")} == {"greenhouse"}


def test_what_is_asked_for_stays_in_the_form_and_in_every_link(viewer: Viewer) -> None:
    asked = {"q": "the", "site": "x", "kind": "reply", "signal": "question", "since": "2020-01-01"}
    page = viewer.get("/history?" + urlencode(asked))
    assert page.named("since").get("value") == "2020-01-01"
    chosen = {option.get("value") for option in page.all(".//option[@selected]")}
    assert chosen == {"x", "reply", "question"}
    older = [link for link in page.links() if "cursor=" in link]
    assert all(urlencode(asked) in link for link in older)
    assert page.all(".//details[@open]"), "a filter in use is not hidden"


@pytest.mark.parametrize(
    "address",
    [
        "since=yesterday",
        "until=9999-12-31",
        "since=0001-01-01",
        "kind=novel",
        "answers=many",
        "q=%00",
        "signal=%22",
    ],
)
def test_what_a_filter_can_not_mean_is_left_out(viewer: Viewer, address: str) -> None:
    assert viewer.get(f"/history?{address}").status == 200


@pytest.mark.parametrize("cursor", ["nonsense", "W10", "WyJ-IiwwLG51bGwsNF0", "bnVsbA", "%F0%9F", "a" * 3000])
def test_a_cursor_that_is_none_is_refused_in_one_sentence(viewer: Viewer, cursor: str) -> None:
    page = viewer.get(f"/history?cursor={cursor}")
    assert page.status == 422
    assert "cursor" in page.words
