"""Two logs become one, however often; an emptied log holds no word of what was in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import nlp
from agent.schemas.posts import NewPost
from agent.services import Services
from agent.store import backup, posts
from agent.store.clock import now
from agent.store.folder import MERGING_NAME
from agent.trouble import Trouble
from tests.agent.calls import Caller, new_id, new_post
from tests.agent.command_line import run_command
from tests.agent.fresh_log import fresh_log
from tests.agent.importers import test_x
from tests.agent.importers.exports import zipped
from tests.agent.services.test_imports import run
from tests.agent.whole_logs import everything, fill

TWEET = "R&D <draft>: https://example.org/notes"


@pytest.fixture
def other(tmp_path: Path, reviewer: nlp.Reviewer) -> Services:
    """The log of another machine."""
    return Services.on(fresh_log(tmp_path / "other"), "", load=lambda: reviewer)


def put(services: Services, post_id: str | None = None, **changes: object) -> str:
    post_id = post_id or new_id()
    services.posts.put(post_id, NewPost.model_validate(new_post(**changes)))
    return post_id


def texts(services: Services) -> list[str]:
    return sorted(post.text for post in services.posts.search(limit=200).items)


def test_each_post_comes_once_however_often_logs_are_merged(services: Services, other: Services) -> None:
    shared = put(services, text="both")
    put(other, shared, text="both")
    put(services, text="here")
    put(other, text="there")
    merged = services.whole.merge(other.log.path)
    assert (merged.new, merged.changed + merged.same) == (1, 1)
    assert texts(services) == ["both", "here", "there"]
    assert texts(other) == ["both", "there"]
    before = everything(services.log)
    again = services.whole.merge(other.log.path)
    assert (again.new, again.changed, again.same) == (0, 0, 2)
    assert everything(services.log) == before


def test_posts_that_are_older_than_they_are_kept_here_are_not_merged(
    services: Services, other: Services
) -> None:
    put(other, text="old", posted_at="2020-01-01T00:00:00Z")
    put(other, text="new", posted_at=now().isoformat())
    services.retention.keep("*", 12)
    merged = services.whole.merge(other.log.path)
    assert (merged.new, merged.past) == (1, 1)
    assert texts(services) == ["new"]
    again = run_command("merge", str(other.log.path), "--data-dir", str(services.log.path.parent))
    assert "Left out: 1. They are older than you keep posts here." in again.stdout


def test_no_rule_that_could_delete_posts_comes_with_a_merge(services: Services, other: Services) -> None:
    put(services, text="old", posted_at="2020-01-01T00:00:00Z")
    other.retention.keep("*", 12)
    merged = run_command("merge", str(other.log.path), "--data-dir", str(services.log.path.parent))
    assert "Left out: 1 that say how long posts are kept" in merged.stdout
    assert services.retention.rules() == {}
    services.retention.apply_some()
    assert texts(services) == ["old"]


def test_a_log_without_posts_gets_the_rules_of_the_one_that_it_merges(
    services: Services, other: Services
) -> None:
    put(other, text="new", posted_at=now().isoformat())
    other.retention.keep("*", 12)
    assert services.whole.merge(other.log.path).rules == 0
    assert services.retention.rules() == {"*": 12}
    assert services.whole.merge(other.log.path).rules == 0, "what is set here already, nothing is said of"


def test_two_machines_that_merge_each_other_hold_the_same(services: Services, other: Services) -> None:
    fill(services)
    put(other, text="there")
    services.whole.merge(other.log.path)
    other.whole.merge(services.log.path)

    def by_id(each: Services) -> list[dict[str, object]]:
        return sorted(
            (row for row in everything(each.log) if row["type"] == "posts"), key=lambda row: row["id"]
        )

    assert by_id(services) == by_id(other)


def test_a_post_logged_when_sent_here_and_imported_there_is_one(
    services: Services, other: Services, tmp_path: Path
) -> None:
    put(services, text=TWEET, posted_at="2024-03-05T14:02:09Z", permalink=None, context={"site": "x"})
    run(other, zipped(tmp_path, test_x.SAMPLE))
    merged = services.whole.merge(other.log.path)
    assert (merged.new, merged.changed) == (2, 1)
    (post,) = [post for post in services.posts.search(limit=200).items if post.text == TWEET]
    assert post.permalink == "https://x.com/otter_lab/status/1765012345678900001"
    with services.log.reading() as db:
        assert db.execute("SELECT count(*) FROM engagement_now WHERE text = ?", [TWEET]).fetchone() == (1,)
    assert services.whole.merge(other.log.path).changed == 0


def test_posts_with_the_same_words_stay_as_many_as_they_were(services: Services, other: Services) -> None:
    for address in ("https://blog.example/a#1", "https://blog.example/b#1", None):
        put(other, text="Thanks, that helped!", permalink=address)
    assert services.whole.merge(other.log.path).new == 3


def test_the_newer_review_stays(services: Services, other: Services) -> None:
    post_id = put(services, text="both")
    put(other, post_id, text="both")
    with other.log.writing() as db:
        db.execute("UPDATE posts SET headline = 'newer', reviewed_at = '2099-01-01T00:00:00.000Z'")
    services.whole.merge(other.log.path)
    assert services.posts.get(post_id).headline == "newer"
    other.whole.merge(services.log.path)
    assert other.posts.get(post_id).headline == "newer"


def test_a_review_travels_only_with_the_text_that_it_is_of(services: Services, other: Services) -> None:
    post_id = put(services, text="Great post!")
    put(other, post_id, text="Great post!")
    with services.log.writing() as db:
        posts.edit(db, 1, "Port 8080.", "2099-01-01T00:00:00.000Z")
    for merged, from_there in ((services, other), (other, services)):
        merged.whole.merge(from_there.log.path)
        post = merged.posts.get(post_id)
        assert (post.text, post.verdict, post.signals) == ("Port 8080.", "unjudged", ())
        assert merged.waiting.count() == 1


def test_what_was_deleted_on_one_machine_goes_on_the_other(services: Services, other: Services) -> None:
    post_id = put(services, text="zanzibar")
    other.whole.merge(services.log.path)
    services.posts.delete(post_id)
    other.whole.merge(services.log.path)
    assert texts(other) == []
    assert services.whole.merge(other.log.path).new == 0
    assert b"zanzibar" not in b"".join(path.read_bytes() for path in other.log.path.parent.iterdir())


def test_a_backup_is_merged_like_a_log_and_stays_as_it_is(services: Services, tmp_path: Path) -> None:
    post_id = put(services)
    backup.copy(services.log.path, tmp_path / "monday.db")
    before = (tmp_path / "monday.db").read_bytes()
    done = run_command("merge", str(tmp_path / "monday.db"), "--data-dir", str(services.log.path.parent))
    assert done.stdout.startswith("0 posts came from")
    assert services.posts.get(post_id)
    assert (tmp_path / "monday.db").read_bytes() == before
    assert not services.log.path.with_name(MERGING_NAME).exists()


@pytest.mark.parametrize("content", [b"", b"hello" * 2_000, b"SQLite format 3\x00" * 900, None])
def test_what_is_no_log_is_said_and_nothing_changes(
    services: Services, tmp_path: Path, content: bytes | None
) -> None:
    fill(services)
    before = everything(services.log)
    if content is None:
        with closing(sqlite3.connect(tmp_path / "x.db")) as birds:
            birds.execute("CREATE TABLE birds (name)")
    else:
        (tmp_path / "x.db").write_bytes(content)
    for path in (tmp_path / "x.db", tmp_path / "nowhere.db", services.log.path):
        with pytest.raises(Trouble) as trouble:
            services.whole.merge(path)
        assert str(trouble.value).endswith(".")
    assert everything(services.log) == before


def words_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes().lower() for path in folder.rglob("*") if path.is_file())


def test_after_everything_is_deleted_no_file_holds_a_word_of_it(page: Caller, services: Services) -> None:
    fill(services)
    put(services, text="Zanzibar " * 3_000, context={"parent_text": "Quokkas", "parent_author": "pine"})
    services.whole.keep_backup()
    page("POST", "/v1/imports", {"name": "wombat.zip", "size": 10})
    folder = services.log.path.parent
    assert all(word in words_in(folder) for word in (b"zanzibar", b"quokka", b"pine", b"great post"))
    assert page("DELETE", "/v1/data").status_code == 422
    assert page("DELETE", "/v1/data?confirm=yes").status_code == 422
    assert len(texts(services)) == 4
    assert page("DELETE", "/v1/data?confirm=delete%20everything").status_code == 204
    left = words_in(folder)
    for word in (b"zanzibar", b"quokka", b"pine", b"great post", b"warm", b"maria", b"dark"):
        assert word not in left, f"{word!r} is still in a file"
    assert not (folder / "imports").exists()
    with services.log.reading() as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert services.settings.get("theme") == "auto"


def test_an_emptied_log_works_as_before(page: Caller, browser: Caller, services: Services) -> None:
    fill(services)
    page("DELETE", "/v1/data?confirm=delete%20everything")
    assert browser("PUT", f"/v1/posts/{new_id()}", new_post(text="quokka")).status_code == 201
    assert [post.text for post in services.posts.search("quokka").items] == ["quokka"]
    with services.log.reading() as db:
        assert db.execute("PRAGMA foreign_keys").fetchone() == (1,)
    fill(services)


def test_a_paired_browser_deletes_no_log(browser: Caller, services: Services) -> None:
    put(services)
    assert browser("DELETE", "/v1/data?confirm=delete%20everything").status_code == 403
    assert len(texts(services)) == 1
