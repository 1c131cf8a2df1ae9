"""Copies of the log: whole, for the person only, made while it is in use, gone with what is deleted."""

import os
import sqlite3
import stat
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from agent.schemas.posts import NewPost
from agent.services import Services
from agent.store import Log, backup
from agent.trouble import Trouble
from tests.agent.calls import new_id, new_post
from tests.agent.command_line import run_command
from tests.agent.whole_logs import everything, fill


def test_a_copy_is_a_log_of_its_own_with_everything_in_it(services: Services, tmp_path: Path) -> None:
    fill(services)
    (tmp_path / "elsewhere").mkdir()
    to = tmp_path / "elsewhere" / "pitch-in.db"
    done = run_command("backup", str(to), "--data-dir", str(services.log.path.parent))
    assert (done.code, done.stdout) == (0, f"The log is copied to {to}.\n")
    assert [path.name for path in to.parent.iterdir()] == ["pitch-in.db"]
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    with closing(Log(to.parent)) as copied:
        assert everything(copied) == everything(services.log)


def test_a_copy_made_while_posts_are_logged_is_whole(services: Services, tmp_path: Path) -> None:
    stop = threading.Event()

    def log_posts() -> None:
        while not stop.is_set():
            with services.log.writing() as db:
                row = {"id": new_id(), "text": "x", "posted_at": "2026-01-01T00:00:00.000Z"}
                db.table("posts").insert(row | {"logged_at": row["posted_at"]})

    writing = threading.Thread(target=log_posts)
    writing.start()
    try:
        for number in range(5):
            backup.copy(services.log.path, tmp_path / f"{number}.db")
    finally:
        stop.set()
        writing.join(30)
    for number in range(5):
        with closing(sqlite3.connect(tmp_path / f"{number}.db")) as copied:
            assert copied.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_no_file_is_written_over_and_none_is_left_half_written(log: Log, tmp_path: Path) -> None:
    there = tmp_path / "there.db"
    there.write_text("mine")
    with pytest.raises(Trouble, match="exists already"):
        backup.copy(log.path, there)
    assert there.read_text() == "mine"
    with pytest.raises(Trouble, match="can't be written"):
        backup.copy(log.path, tmp_path / "no" / "where.db")
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\x00" * 900)
    with pytest.raises(Trouble, match=r"is damaged or is none, so it was not copied\."):
        backup.copy(broken, tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.db", "data", "there.db"]


def test_the_automatic_backup_is_made_once_a_day(services: Services) -> None:
    kept = services.log.path.parent / "pitch-in.db.backup"
    assert not services.whole.keep_backup(), "there is nothing in the log"
    assert not kept.exists()
    fill(services)
    services.whole.keep_backup()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    first = kept.stat().st_ino
    services.whole.keep_backup()
    assert kept.stat().st_ino == first
    yesterday = time.time() - 25 * 60 * 60
    os.utime(kept, (yesterday, yesterday))
    services.whole.keep_backup()
    assert kept.stat().st_mtime > yesterday


def test_a_clock_that_was_set_back_keeps_no_backup_from_being_made(services: Services) -> None:
    fill(services)
    services.whole.keep_backup()
    kept = services.log.path.parent / "pitch-in.db.backup"
    next_year = time.time() + 365 * 24 * 60 * 60
    os.utime(kept, (next_year, next_year))
    services.whole.keep_backup()
    assert kept.stat().st_mtime < next_year


def test_what_is_deleted_leaves_the_backup_too(services: Services) -> None:
    fill(services)
    post, _ = services.posts.put(new_id(), NewPost.model_validate(new_post(text="zanzibar")))
    services.whole.keep_backup()
    kept = services.log.path.parent / "pitch-in.db.backup"
    with kept.open("rb") as still_open:
        assert b"zanzibar" in still_open.read()
        services.posts.delete(post.id)
        assert not kept.exists()
        still_open.seek(0)
        assert not still_open.read().strip(b"\0"), "its bytes were overwritten before it went"


def test_a_damaged_log_names_its_last_backup(services: Services) -> None:
    fill(services)
    services.whole.keep_backup()
    services.log.close()
    kept = services.log.path.parent / "pitch-in.db.backup"
    services.log.path.write_bytes(b"SQLite format 3\x00" * 900)
    with pytest.raises(Trouble, match="start Pitch In anew, which puts its last backup in its place"):
        Log(services.log.path.parent)
    kept.replace(services.log.path)
    with closing(Log(services.log.path.parent)) as again:
        assert len([row for row in everything(again) if row["type"] == "posts"]) == 3
