"""The log's tables are made and changed in steps: all of them, or none."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from agent.store import Log, migrations
from agent.trouble import Trouble
from tests.agent.store.released.__main__ import ROWS


@pytest.fixture
def db(log: Log) -> Iterator[Database]:
    """A log as this version makes it."""
    with Database(log.path) as db:
        yield db


def schema(db: Database) -> list[str]:
    return sorted(row["sql"] for row in db.query("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))


def assert_kept(db: Database) -> None:
    """The rows that the old log had are there, in the tables and views of now."""
    assert db.execute("SELECT text, verdict FROM posts").fetchall() == [("Kept from before", "me_too")]
    assert db.execute("SELECT rowid FROM posts_fts('kept')").fetchall() == [(1,)]
    assert db.execute("SELECT name, start FROM signals JOIN spans ON signal = signals.id").fetchone()
    assert db.execute("SELECT replies FROM engagement_now").fetchall() == [(3,)]
    assert db.execute("SELECT count(*) FROM conversations").fetchall() == [(1,)]
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_step_is_numbered_in_order_and_says_what_it_does() -> None:
    names = list(migrations.steps())
    assert [int(re.fullmatch(r"m(\d{4})_[a-z_]+", name)[1]) for name in names] == list(
        range(1, len(names) + 1)
    )
    for name, step in migrations.steps().items():
        assert step.__doc__, f"{name} needs a docstring at `migrate`."


def test_a_log_that_is_up_to_date_is_not_touched(db: Database) -> None:
    before = schema(db)
    migrations.bring_up_to_date(db, Path("pitch-in.db"))
    assert schema(db) == before


def test_a_step_that_fails_leaves_the_log_as_it_was_and_runs_again(db: Database) -> None:
    broken = True

    def good(db: Database) -> None:
        db.execute("ALTER TABLE posts ADD COLUMN mood TEXT")

    def bad(db: Database) -> None:
        db.execute("CREATE TABLE moods (name TEXT)")
        db.execute("DROP TABLE signals")
        if broken:
            raise OSError("disk full")

    known = {**migrations.steps(), "m9998_mood": good, "m9999_moods": bad}
    before = schema(db)
    with pytest.raises(OSError, match="disk full"):
        migrations.bring_up_to_date(db, Path("pitch-in.db"), known)
    assert schema(db) == before
    assert not db.conn.in_transaction

    broken = False
    migrations.bring_up_to_date(db, Path("pitch-in.db"), known)
    assert "moods" in db.table_names()
    assert "mood" in db.table("posts").columns_dict


def test_a_log_of_a_newer_version_is_refused_and_left_alone(log: Log) -> None:
    with Database(log.path) as db:
        known = {**migrations.steps(), "m9999_future": lambda db: db.execute("CREATE TABLE future (a)")}
        migrations.bring_up_to_date(db, log.path, known)
        before = schema(db)
    with pytest.raises(Trouble, match="written by a newer Pitch In"):
        Log(log.path.parent)
    with Database(log.path) as db:
        assert schema(db) == before


def test_the_file_is_marked_as_ours(db: Database) -> None:
    assert db.execute("PRAGMA application_id").fetchone()[0].to_bytes(4) == b"PITC"


STEPS = list(migrations.steps().items())


@pytest.mark.parametrize("number", range(2, len(STEPS)))
def test_a_log_left_at_any_step_goes_through_the_others_with_its_rows(
    number: int, tmp_path: Path, db: Database
) -> None:
    with Database(tmp_path / "pitch-in.db") as old:
        migrations.bring_up_to_date(old, tmp_path / "pitch-in.db", dict(STEPS[:number]))
        old.executescript(ROWS)
    with closing(Log(tmp_path)) as log, log.reading() as new:
        assert schema(new) == schema(db)
        assert_kept(new)


RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))


def test_every_released_version_left_its_log() -> None:
    changes = (Path(__file__).parents[3] / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## ([\d.]+)(?! \(unreleased\))\s", changes, re.MULTILINE)
    missing = [version for version in versions if f"{version}.sql" not in {path.name for path in RELEASED}]
    assert not missing, f"Run `python -m tests.agent.store.released {missing}` with that version."


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_log_of_every_released_version_is_brought_up_to_date_and_keeps_its_rows(
    path: Path, tmp_path: Path, db: Database
) -> None:
    with Database(tmp_path / "pitch-in.db") as old:
        old.executescript(path.read_text(encoding="utf-8"))
    log = Log(tmp_path)
    with log.reading() as new:
        assert schema(new) == schema(db)
        assert_kept(new)
    log.close()
