"""A damaged log gives way to its last backup, and what can still be read of it isn't lost."""

import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

import pytest

import nlp
from agent.schemas.posts import NewPost
from agent.services import Services
from agent.store import Log, posts, restoring
from agent.store.restoring import restore_if_damaged
from tests.agent.calls import new_id, new_post
from tests.agent.whole_logs import fill

HEADER = b"SQLite format 3\x00"


@pytest.fixture
def folder(services: Services) -> Path:
    """The folder of a closed log of three posts, with its backup, and a post that was logged after that."""
    fill(services)
    services.whole.keep_backup()
    put(services, "Logged after the backup.")
    services.log.close()
    return services.log.path.parent


def put(services: Services, text: str) -> str:
    post_id = new_id()
    services.posts.put(post_id, NewPost.model_validate(new_post(text=text)))
    return post_id


def break_table(folder: Path, name: str) -> None:
    """Overwrite the first page of a table or index."""
    with closing(sqlite3.connect(folder / "pitch-in.db")) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [name]).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    with (folder / "pitch-in.db").open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\x99" * size)


def use_it(folder: Path) -> None:
    """Use the log as the agent does, until it finds the damage."""
    with suppress(sqlite3.DatabaseError), closing(Log(folder)) as log, log.reading() as db:
        posts.find(db, new_id())
        for name in db.table_names():
            list(db.table(name).rows)


def restored(folder: Path, reviewer: nlp.Reviewer) -> tuple[list[str], int]:
    """The texts in the log after a start that found damage, newest first, and how many were rescued."""
    found = restore_if_damaged(folder)
    assert found is not None
    with closing(Log(folder)) as log:
        services = Services.on(log, "", load=lambda: reviewer)
        rescued = services.whole.rescue(found.aside)
        assert services.whole.rescue(found.aside) == 0
        with log.reading() as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert db.execute("SELECT count(*) FROM engagement").fetchone() == (6,)
        return [post.text for post in services.posts.search().items], rescued


@pytest.mark.parametrize("content", [b"", HEADER * 900, b"no database" * 900])
def test_a_file_that_is_no_log_any_more_gives_way_to_the_last_backup(
    folder: Path, reviewer: nlp.Reviewer, content: bytes
) -> None:
    (folder / "pitch-in.db").write_bytes(content)
    texts, rescued = restored(folder, reviewer)
    assert (len(texts), rescued) == (3, 0)
    assert (folder / "pitch-in.db.damaged").read_bytes() == content
    assert stat.S_IMODE((folder / "pitch-in.db").stat().st_mode) == 0o600


@pytest.mark.parametrize("broken", ["engagement", "signals", "sqlite_autoindex_posts_1"])
def test_posts_logged_since_are_taken_out_of_what_is_damaged(
    folder: Path, reviewer: nlp.Reviewer, broken: str
) -> None:
    break_table(folder, broken)
    use_it(folder)
    texts, rescued = restored(folder, reviewer)
    assert (texts[0], len(texts), rescued) == ("Logged after the backup.", 4, 1)


def test_a_log_in_use_is_marked_where_damage_shows_and_not_before(folder: Path) -> None:
    mark = folder / "pitch-in.db.suspect"
    use_it(folder)
    assert not mark.exists()
    break_table(folder, "spans")
    use_it(folder)
    assert mark.exists()


def test_a_sound_log_stays_as_it_is(folder: Path) -> None:
    before = (folder / "pitch-in.db").read_bytes()
    restoring.suspect(folder / "pitch-in.db")
    assert restore_if_damaged(folder) is None
    assert not (folder / "pitch-in.db.suspect").exists()
    assert (folder / "pitch-in.db").read_bytes() == before


def test_without_a_sound_backup_the_damaged_log_stays_where_it_is(folder: Path) -> None:
    (folder / "pitch-in.db").write_bytes(HEADER * 900)
    for content in (HEADER * 900, None):
        if content is None:
            (folder / "pitch-in.db.backup").unlink()
        else:
            (folder / "pitch-in.db.backup").write_bytes(content)
        assert restore_if_damaged(folder) is None
        assert (folder / "pitch-in.db").read_bytes() == HEADER * 900


def test_a_start_that_is_cut_short_is_gone_on_with_by_the_next(
    folder: Path, reviewer: nlp.Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, left = Path.replace, [0]

    def cut_short(path: Path, to: Path) -> Path:
        left[0] -= 1
        if left[0] < 0:
            raise KeyboardInterrupt
        return replace(path, to)

    (folder / "pitch-in.db").write_bytes(HEADER * 900)
    monkeypatch.setattr(Path, "replace", cut_short)
    for renames in range(3):
        left[0] = renames and 1
        with suppress(KeyboardInterrupt):
            restore_if_damaged(folder)
    left[0] = 9
    texts, _ = restored(folder, reviewer)
    assert len(texts) == 3


def test_a_broken_word_index_is_made_anew(folder: Path, reviewer: nlp.Reviewer) -> None:
    with closing(sqlite3.connect(folder / "pitch-in.db")) as db:
        db.execute("DELETE FROM posts_fts_data WHERE id > 10")
        db.commit()
    with closing(Log(folder)) as log:
        services = Services.on(log, "", load=lambda: reviewer)
        with pytest.raises(sqlite3.DatabaseError):
            services.posts.search("backup")
    assert restore_if_damaged(folder) is None
    with closing(Log(folder)) as log:
        services = Services.on(log, "", load=lambda: reviewer)
        assert [post.text for post in services.posts.search("backup").items] == ["Logged after the backup."]


@pytest.mark.parametrize("what", ["a post", "everything"])
def test_what_is_deleted_leaves_the_damaged_log_too(folder: Path, reviewer: nlp.Reviewer, what: str) -> None:
    break_table(folder, "engagement")
    use_it(folder)
    restored(folder, reviewer)
    with closing(Log(folder)) as log:
        services = Services.on(log, "", load=lambda: reviewer)
        assert services.whole.set_aside() == folder / "pitch-in.db.damaged"
        if what == "everything":
            services.whole.delete_everything()
        else:
            services.posts.delete(services.posts.search("after the backup").items[0].id)
        assert services.whole.set_aside() is None
    assert b"Logged after" not in b"".join(path.read_bytes() for path in folder.iterdir())
