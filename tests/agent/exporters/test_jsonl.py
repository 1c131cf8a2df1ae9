"""One's own export, imported into an empty folder, gives the identical log; into another, each post once."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from agent.importers import Wishes, open_archive, recognise, size_to_read
from agent.schemas.posts import NewPost
from agent.services import Services
from agent.services.imports import Report
from agent.store.clock import now
from agent.store.tables import other_tables, posts_table
from tests.agent.calls import new_id, new_post
from tests.agent.fresh_log import fresh_log
from tests.agent.whole_logs import everything, fill


@pytest.fixture
def other(tmp_path: Path, reviewer) -> Services:
    """Services on another, empty log."""
    return Services.on(fresh_log(tmp_path / "other"), "", load=lambda: reviewer)


def export(services: Services, at: Path, name: str = "mine.jsonl") -> Path:
    path = at / name
    path.write_bytes(b"".join(services.exports.write(services.exports.format("jsonl"))))
    return path


def bring(services: Services, path: Path) -> Report:
    with open_archive(path) as archive:
        importers = recognise(archive)
        assert [each.name for each in importers] == ["pitch_in"]
        report = Report(("Pitch In",), size_to_read(archive, importers))
        for _ in services.imports.run(archive, importers, Wishes(), report):
            pass
    return report


def rewritten(path: Path, change: Any) -> Path:
    """The export with its last line, a post, changed."""
    *lines, last = path.read_text().splitlines()
    post = json.loads(last)
    change(post)
    path.write_text("\n".join([*lines, json.dumps(post)]) + "\n")
    return path


def test_a_log_with_something_in_every_table_comes_back_identical(
    services: Services, other: Services, tmp_path: Path
) -> None:
    fill(services, 7)
    report = bring(other, export(services, tmp_path))
    assert (report.new, report.known, dict(report.problems)) == (7, 0, {})
    assert everything(other.log) == everything(services.log)
    assert other.settings.get("theme") == "dark"
    assert other.posts.search("number").items == services.posts.search("number").items
    again = bring(other, export(services, tmp_path, "again.jsonl"))
    assert (again.new, again.known) == (0, 7)
    assert everything(other.log) == everything(services.log)


def test_the_test_fills_every_table_that_travels(services: Services) -> None:
    fill(services)

    def empty(db: Database, table: Any) -> list[str]:
        here = [] if db.table(table.name).count else [table.name]
        return here + [name for part in table.parts for name in empty(db, part)]

    with services.log.reading() as db:
        tables = [posts_table(db), *other_tables(db)]
        missing = [name for table in tables for name in empty(db, table)]
    assert not missing, f"tests/agent/whole_logs.py: put a row into {missing}."


def test_what_was_known_here_stays_and_what_is_newer_there_comes(
    services: Services, other: Services, tmp_path: Path
) -> None:
    fill(services)
    path = export(services, tmp_path)
    bring(other, path)
    with other.log.writing() as db:
        db.execute(
            "UPDATE posts SET permalink = NULL, reviewed_at = '2020-01-01T00:00:00.000Z', headline = 'old'"
        )
        db.execute("DELETE FROM signals")
        db.execute("DELETE FROM engagement WHERE source = 'page'")
    other.settings.set("theme", "light")
    bring(other, path)
    theirs = {post["id"]: post for post in everything(services.log) if post["type"] == "posts"}
    for post in (post for post in everything(other.log) if post["type"] == "posts"):
        there = theirs[post["id"]]
        assert (post.get("permalink"), post["headline"]) == (there.get("permalink"), there["headline"])
        assert post.get("signals") == there.get("signals")
        assert len(post["engagement"]) == 2
    assert other.settings.get("theme") == "light"


def test_what_was_deleted_here_since_does_not_come_back(
    services: Services, other: Services, tmp_path: Path
) -> None:
    fill(services)
    path = export(services, tmp_path)
    bring(other, path)
    gone = other.posts.search().items[0]
    other.posts.delete(gone.id)
    report = bring(other, path)
    assert dict(report.left_out) == {"deleted_here": 1}
    assert gone.id not in [post.id for post in other.posts.search().items]


def test_posts_that_are_older_than_they_are_kept_here_stay_out_and_are_told(
    services: Services, other: Services, tmp_path: Path
) -> None:
    for posted_at in ("2020-01-01T00:00:00Z", now().isoformat()):
        services.posts.put(new_id(), NewPost.model_validate(new_post(posted_at=posted_at)))
    other.retention.keep("*", 12)
    report = bring(other, export(services, tmp_path))
    assert (report.new, dict(report.left_out)) == (1, {"past": 1})
    assert len(other.posts.search().items) == 1


def test_no_rule_that_could_delete_posts_comes_with_an_import(
    services: Services, other: Services, tmp_path: Path
) -> None:
    services.retention.keep("*", 12)
    other.posts.put(new_id(), NewPost.model_validate(new_post(posted_at="2020-01-01T00:00:00Z")))
    report = bring(other, export(services, tmp_path))
    assert dict(report.left_out) == {"rule": 1}
    assert other.retention.rules() == {}


@pytest.mark.parametrize(
    "change",
    [
        lambda post: post.update(posted_at="yesterday"),
        lambda post: post.update(posted_at="2026-11-25T18:09:15Z"),
        lambda post: post.update(id="not an id"),
        lambda post: post.update(text="x" * 100_001),
        lambda post: post.update(verdict="great"),
        lambda post: post.update(kind="poem"),
        lambda post: post.update(permalink="javascript:alert(1)"),
        lambda post: post.update(mood="fine"),
        lambda post: post.pop("text"),
        lambda post: post.update(type="birds"),
        lambda post: post.update(signals=[{"name": "../x", "kind": "flag", "reason": "r"}]),
        lambda post: post.update(
            signals=[{"name": "x", "kind": "flag", "reason": "r", "spans": [{"start": 0, "end": 10**6}]}]
        ),
        lambda post: post.update(engagement=[{"seen_at": post["posted_at"], "source": "page", "likes": 3}]),
        lambda post: post.update(
            engagement=[{"seen_at": post["posted_at"], "source": "page", "likes": 10**30}]
        ),
    ],
)
def test_a_line_that_was_changed_to_something_else_is_left_out_with_a_sentence(
    services: Services, other: Services, tmp_path: Path, change: Any
) -> None:
    fill(services)
    report = bring(other, rewritten(export(services, tmp_path), change))
    assert (report.new, dict(report.problems)) == (2, {"misshapen": 1})
    assert report.examples["misshapen"][0].sentence.startswith("Left out, since")
    assert len(other.posts.search().items) == 2


def test_a_damaged_setting_does_not_get_in(services: Services, other: Services, tmp_path: Path) -> None:
    fill(services)
    path = export(services, tmp_path)
    path.write_text(path.read_text().replace('"\\"dark\\""', '"\\"pink\\""'))
    assert dict(bring(other, path).problems) == {"misshapen": 1}
    other.settings.check()


def test_an_export_that_was_cut_off_brings_what_is_whole(
    services: Services, other: Services, tmp_path: Path
) -> None:
    fill(services)
    path = export(services, tmp_path)
    path.write_bytes(path.read_bytes()[:-40])
    report = bring(other, path)
    assert (report.new, dict(report.problems)) == (2, {"unreadable": 1})


def test_others_words_stay_out_where_the_person_wants_none(
    services: Services, other: Services, tmp_path: Path
) -> None:
    fill(services)
    other.settings.set("keep_parent_text", False)
    bring(other, export(services, tmp_path))
    assert {post.context.parent_text for post in other.posts.search().items} == {None}
    with other.log.reading() as db:
        assert db.execute("SELECT text FROM replies").fetchall() == [(None,)]
