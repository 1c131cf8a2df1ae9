from datetime import timedelta

import pytest

from agent.services import Services
from agent.services.today import idea
from agent.store.clock import now
from tests.agent.made.log import MadeLog
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Viewer, words_of


def test_an_empty_log_begins_friendly_and_without_a_chart(viewer: Viewer) -> None:
    page = viewer.get("/")
    assert "Try a draft first" in page.words
    assert {"/draft", "/browsers", "/imports", "/signals"} <= set(page.links())
    assert not page.all(".//picture")


def test_a_draft_can_be_tried_at_once(viewer: Viewer) -> None:
    form = next(form for form in viewer.get("/").all(".//form") if form.findall(".//textarea"))
    assert form.get("action") == "/draft#review"
    review = viewer.send("/draft", {"draft": "Great post!"})
    assert "Me too" in review.words


def test_this_week_is_told_in_a_picture_and_a_table(viewer: Viewer, log_post: LogPost) -> None:
    log_post(text="Great post!", posted_at=now().isoformat())
    log_post(text="Which scheduler do you use for the nightly jobs?", posted_at=now().isoformat())
    log_post(text="Great post!", posted_at=(now() - timedelta(days=7)).isoformat())
    log_post(text="Great post!", posted_at=(now() - timedelta(days=20)).isoformat())
    page = viewer.get("/")
    assert "2 posts since Monday. The week before: 1." in page.words
    (table,) = page.all(".//table")
    assert sum(int(words_of(cell)) for cell in table.findall(".//td")) == 2
    svg = viewer.get("/home/week.svg")
    assert svg.headers["Content-Type"].startswith("image/svg+xml")
    assert "This week's posts by verdict" in svg.html


def test_giving_and_asking_are_counted_over_a_month(viewer: Viewer, log_post: LogPost) -> None:
    for days in (1, 2, 40):
        moment = (now() - timedelta(days=days)).isoformat()
        log_post(text="Which scheduler do you use for the nightly jobs?", posted_at=moment)
    page = viewer.get("/")
    assert "2 gave 0 asked" in page.words


def test_answers_that_wait_are_named_and_come_first(
    viewer: Viewer, services: Services, log_post: LogPost
) -> None:
    post = log_post(posted_at=(now() - timedelta(hours=3)).isoformat())
    with services.log.writing() as db:
        db.execute(
            "INSERT INTO replies (post, address, author, written_at, mine, seen_at) "
            "SELECT number, 'blog.example/1', 'maria', :at, 0, :at FROM posts",
            {"at": now().isoformat().replace("+00:00", "Z")},
        )
    page = viewer.get("/")
    assert "maria answered you. Answer back" in page.words
    assert f"/history/{post.id}" in page.links()


@pytest.mark.parametrize(
    ("balance", "words"),
    [
        ({"promotion": 3, "contributes": 9}, "Answer somebody's question"),
        ({"me_too": 9, "contributes": 4}, "add one thing that you lived"),
        ({"contributes": 9}, "Ask one question"),
        ({}, "Ask one question"),
        ({"promotion": 2}, "Ask one question"),
    ],
)
def test_there_is_one_idea_for_today(balance: dict[str, int], words: str) -> None:
    from collections import Counter

    assert words in idea([], [], Counter(balance)).sentence


def test_years_of_posts_fit_too(viewer: Viewer, services: Services) -> None:
    MadeLog(800, until=now()).write(services.log)
    page = viewer.get("/")
    assert page.status == 200
    assert "Going quiet" in page.words
