from datetime import timedelta
from uuid import uuid4

import pytest

from agent.schemas.fields import iso
from agent.schemas.posts import Post
from agent.services import Services
from agent.store.clock import now
from tests.agent.viewer.conftest import LogPost
from tests.agent.viewer.reading import Viewer


@pytest.fixture
def answered(services: Services, log_post: LogPost) -> Post:
    """A post that maria answered an hour ago."""
    post = log_post(posted_at=(now() - timedelta(hours=5)).isoformat())
    with services.log.writing() as db:
        db.execute(
            "INSERT INTO replies (post, address, author, written_at, mine, text, seen_at) "
            "VALUES (1, 'blog.example/1', 'maria', :at, 0, 'How warm?', :at)",
            {"at": iso(now() - timedelta(hours=1))},
        )
    return post


def test_nobody_waits_in_an_empty_log(viewer: Viewer) -> None:
    for state in ("open", "snoozed", "closed", "lost"):
        assert viewer.get(f"/conversations?state={state}").status == 200
    assert "Nobody waits" in viewer.get("/conversations").words
    assert "Nobody yet" in viewer.get("/people").words


def test_who_waits_is_shown_with_their_words_and_the_post(viewer: Viewer, answered: Post) -> None:
    page = viewer.get("/conversations")
    assert "maria answered you." in page.words
    assert "How warm?" in page.words
    assert f"/history/{answered.id}" in page.links()
    there = next(link for link in page.all(".//a") if link.get("href") == answered.permalink)
    assert there.get("rel") == "noreferrer noopener"


def test_a_conversation_is_put_off_closed_and_opened_again(viewer: Viewer, answered: Post) -> None:
    path = f"/conversations/{answered.id}"
    after = viewer.follow(viewer.send(f"{path}/put-off", {"days": "7"}))
    assert "Put off." in after.words
    assert "Nobody waits" in after.words
    assert "back on" in viewer.get("/conversations?state=snoozed").words

    viewer.send(f"{path}/open")
    assert "maria answered you." in viewer.get("/conversations").words

    viewer.send(f"{path}/close")
    assert "Nobody waits" in viewer.get("/conversations").words
    assert "maria answered you." in viewer.get("/conversations?state=closed").words


@pytest.mark.parametrize(("wish", "form"), [("put-off", {}), ("put-off", {"days": "0"}), ("burn", {})])
def test_no_other_wish_is_taken(viewer: Viewer, answered: Post, wish: str, form: dict[str, str]) -> None:
    assert viewer.send(f"/conversations/{answered.id}/{wish}", form).status == 400


def test_a_conversation_that_is_not_there_says_so(viewer: Viewer) -> None:
    assert viewer.send(f"/conversations/{uuid4()}/close").status == 404


def test_people_are_listed_found_and_forgotten(viewer: Viewer, log_post: LogPost) -> None:
    log_post()
    page = viewer.get("/people")
    assert "maria" in page.words
    assert "maria" in viewer.get("/people?q=mar&did=answered").words
    assert "Nobody matches" in viewer.get("/people?did=recommended").words
    forget = page.form_to("/forget")
    after = viewer.follow(viewer.send(forget))
    assert "Forgotten for good" in after.words
    assert "maria" not in viewer.get("/people").words
    assert viewer.send(forget).status == 404
