"""Imported posts are reviewed in the background at once, a few at a time, and none is read twice in vain."""

from pathlib import Path

import pytest

import nlp
from agent.schemas.fields import iso
from agent.schemas.posts import NewPost
from agent.services import Services, waiting
from agent.store import Log
from agent.store import posts as rows
from agent.store.clock import now
from tests.agent.calls import new_id, new_post
from tests.agent.importers import test_x
from tests.agent.importers.exports import zipped
from tests.agent.services.test_imports import run
from tests.agent_process import wait_for


def test_what_is_imported_is_reviewed_while_the_agent_runs(services: Services, tmp_path: Path) -> None:
    services.waiting.start()
    run(services, zipped(tmp_path, test_x.SAMPLE))
    assert all(post.verdict == "unjudged" for post in services.posts.search().items)
    services.waiting.more()
    wait_for(lambda: not services.waiting.count(), "the reviews")
    assert any(post.verdict == "contributes" for post in services.posts.search().items)
    services.waiting.end()


def test_one_post_that_can_not_be_read_holds_no_other_up(
    log: Log, reviewer: nlp.Reviewer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "_BATCH", 2)
    read: list[str] = []

    class Choosy:
        model_version = "choosy"

        def review(self, text: str, *_: object, **wishes: object) -> nlp.Review:
            read.append(text)
            if text.startswith("R&D"):
                raise MemoryError
            assert wishes["suggestions"] == 0
            return reviewer.review(text)

    services = Services.on(log, "", load=Choosy)  # type: ignore[arg-type]
    run(services, zipped(tmp_path, test_x.SAMPLE))
    services.waiting.review_all()
    assert services.waiting.count() == 1
    services.waiting.review_all()
    assert len(read) == 3, "A post that failed waits for the next start."


EDITED_TO = "Port 8080."


class Editing:
    """A reviewer during whose reading a post is edited on its site."""

    model_version = "editing"

    def __init__(self, log: Log, reviewer: nlp.Reviewer) -> None:
        self._log = log
        self._reviewer = reviewer

    def review(self, text: str, *_: object, **__: object) -> nlp.Review:
        if text != EDITED_TO:
            with self._log.writing() as db:
                rows.edit(db, 1, EDITED_TO, iso(now()))
        return self._reviewer.review(text)


@pytest.fixture
def edited_while_read(log: Log, reviewer: nlp.Reviewer) -> Services:
    """Services that edit post 1 while they read it."""
    return Services.on(log, "", load=lambda: Editing(log, reviewer))  # type: ignore[arg-type, return-value]


def test_a_post_that_is_edited_while_it_is_reviewed_waits_for_the_review_of_its_new_text(
    edited_while_read: Services,
) -> None:
    logged, _ = edited_while_read.posts.put(new_id(), NewPost.model_validate(new_post()))
    assert (logged.text, logged.verdict, logged.signals) == (EDITED_TO, "unjudged", ())
    assert edited_while_read.waiting.count() == 1
    edited_while_read.waiting.review_all()
    assert edited_while_read.waiting.count() == 0


def test_a_post_that_is_edited_while_the_background_reads_it_gets_no_review_of_its_old_text(
    edited_while_read: Services, log: Log
) -> None:
    moment = iso(now())
    with log.writing() as db:
        rows.insert(db, {"id": new_id(), "text": "Great post!", "posted_at": moment, "logged_at": moment})
    edited_while_read.waiting.review_all()
    (post,) = edited_while_read.posts.search().items
    assert (post.text, post.verdict, post.signals) == (EDITED_TO, "unjudged", ())
