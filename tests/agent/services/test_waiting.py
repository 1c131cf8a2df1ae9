"""Imported posts are reviewed in the background at once, a few at a time, and none is read twice in vain."""

from pathlib import Path

import pytest

import nlp
from agent.services import Services, waiting
from agent.store import Log
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
