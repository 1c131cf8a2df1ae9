"""The log file: closed to others, durable, readable with any SQLite tool, and clear about what is wrong."""

import os
import sqlite3
import stat
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from sqlite_utils import Database

from agent.services import Services
from agent.store import Log
from agent.trouble import Trouble
from tests.agent.calls import Caller, new_id, new_post

_ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps folders by its own rights.")


@posix
def test_only_the_person_may_open_the_files(browser: Caller, services: Services) -> None:
    assert browser("PUT", f"/v1/posts/{new_id()}", new_post()).status_code == 201
    folder = services.log.path.parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert "pitch-in.db-wal" in modes
    assert set(modes.values()) == {0o600}


def test_an_acknowledged_post_outlives_a_power_cut_and_a_deleted_one_is_overwritten(log: Log) -> None:
    with log.reading() as db:
        found = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store")
        }
    full, on, memory = 2, 1, 2
    assert found == {
        "journal_mode": "wal",
        "synchronous": full,
        "secure_delete": on,
        "foreign_keys": on,
        "temp_store": memory,
    }


def test_nothing_of_a_block_that_fails_is_written(log: Log) -> None:
    def write_and_fail() -> None:
        with log.writing() as db:
            db.execute("INSERT INTO settings VALUES ('theme', '\"dark\"')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    with log.reading() as db:
        assert db.table("settings").count == 0


def test_many_threads_write_and_read_at_once(services: Services) -> None:
    failed: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(10):
                services.settings.set("muted_signals", [f"signal_{number}_{turn}"])
                assert len(services.settings.names("muted_signals")) == 1
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []


def test_a_log_is_closed_under_a_thread_that_reads_it(tmp_path: Path) -> None:
    log = Log(tmp_path)
    reads, stopped = threading.Event(), threading.Event()

    def read() -> None:
        with suppress(sqlite3.Error):
            while True:
                with log.reading() as db:
                    reads.set()
                    db.execute(_ENDLESS).fetchall()
        stopped.set()

    threading.Thread(target=read, daemon=True).start()
    assert reads.wait(60)
    log.close()
    assert stopped.wait(60)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"), log.reading():
        pass


def test_a_log_is_closed_while_somebody_keeps_a_block_open(tmp_path: Path) -> None:
    log = Log(tmp_path)
    inside, closed, failed = threading.Event(), threading.Event(), threading.Event()

    def read_slowly() -> None:
        with log.reading() as db:
            inside.set()
            closed.wait(60)
            try:
                db.execute("SELECT count(*) FROM posts").fetchall()
            except sqlite3.Error:
                failed.set()

    thread = threading.Thread(target=read_slowly)
    thread.start()
    assert inside.wait(60)
    log.close()
    closed.set()
    thread.join(60)
    assert not failed.is_set()


def test_the_file_makes_sense_to_who_opens_it_with_another_tool(browser: Caller, services: Services) -> None:
    browser("PUT", f"/v1/posts/{new_id()}", new_post())
    with Database(services.log.path) as db:
        (row,) = db.table("posts").rows
        (seen,) = db.view("history").rows
        (signal,) = db.table("signals").rows
        (span,) = db.table("spans").rows
    assert row["text"] == seen["text"] == "Great post!"
    assert seen["verdict"] == "me_too"
    assert seen["flags"] == signal["name"]
    assert (signal["post"], span["signal"]) == (row["number"], signal["id"])
    assert span["end"] > span["start"] >= 0


def test_every_table_and_view_is_explained_in_the_readme(log: Log) -> None:
    readme = Path("agent/store/README.md").read_text(encoding="utf-8")
    with log.reading() as db:
        names = {*db.table_names(), *db.view_names()}
        assert "--" in db.table("posts").schema
    missing = [
        name
        for name in names
        if not name.startswith(("_", "posts_fts_", "sqlite")) and f"`{name}`" not in readme
    ]
    assert not missing, f"agent/store/README.md: say what a row of {missing} is."


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough" * 40, b"SQLite format 3\x00" * 90]
)
def test_a_damaged_log_is_said_in_a_sentence_and_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pitch-in.db").write_bytes(content)
    with pytest.raises(Trouble, match="damaged or isn't a log"):
        Log(tmp_path)
    assert (tmp_path / "pitch-in.db").read_bytes() == content


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with Database(tmp_path / "pitch-in.db") as db:
        db.table("birds").insert({"name": "quokka"})
    with pytest.raises(Trouble, match="is not a log of Pitch In"):
        Log(tmp_path)
    with Database(tmp_path / "pitch-in.db") as db:
        assert db.table_names() == ["birds"]


def test_a_log_that_another_program_holds_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Log(tmp_path).close()
    holder = sqlite3.connect(tmp_path / "pitch-in.db")
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr("agent.store.log._PRAGMAS", "PRAGMA busy_timeout = 50; PRAGMA journal_mode = WAL;")
    with pytest.raises(Trouble, match="in use by another program"):
        Log(tmp_path)
    holder.close()


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    for folder in (tmp_path / "data", tmp_path / "data" / "below"):
        with pytest.raises(Trouble, match="--data-dir"):
            Log(folder)


@pytest.mark.parametrize("closed", ["folder", "file"])
def test_what_may_not_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    # The tests may run as root, to whom no file mode says no: the system's own answer is put in its place.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    if closed == "folder":
        monkeypatch.setattr(Path, "mkdir", refuse)
    else:
        monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Trouble, match=r"may not write to .*data.*--data-dir \(Permission denied\)"):
        Log(tmp_path / "data")
