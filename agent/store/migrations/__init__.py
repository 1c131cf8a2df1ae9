"""The log's tables, made and changed by numbered steps: a file each, found by its folder.

All steps that a log lacks run in one transaction with the record that they ran (`sqlite_utils.Migrations`),
so a failed one leaves the log as it was. A step that was released is never changed: the next change is the
next file.
"""

import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database, Migrations

from agent.trouble import Trouble
from nlp.registry import modules_in

Step = Callable[[Database], None]

_SET = "pitch-in"


def steps() -> dict[str, Step]:
    """Every step by its name, in order."""
    return {
        module.__name__.rpartition(".")[2]: module.migrate for module in modules_in(sys.modules[__name__])
    }


def bring_up_to_date(db: Database, path: Path, known: dict[str, Step] | None = None) -> None:
    """Run those of the `known` steps (all, if left out) that `db` lacks.

    Raises `Trouble`, and leaves the file alone, where it isn't a log or a newer Pitch In has written it.
    """
    known = steps() if known is None else known
    migrations = Migrations(_SET)
    for name, step in known.items():
        migrations(name=name)(step)
    applied = _applied(db.conn)
    if not applied and db.table_names():
        raise Trouble(
            f"{path} is not a log of Pitch In: move it away, or choose another folder with --data-dir."
        )
    if applied - known.keys():
        raise Trouble(
            f"The log {path} was written by a newer Pitch In: update this one, or choose another folder with "
            "--data-dir."
        )
    if known.keys() - applied:
        _apply(migrations, db)


def unknown_steps(connection: sqlite3.Connection) -> set[str]:
    """Steps that a newer Pitch In has run on this log."""
    return _applied(connection) - steps().keys()


def _applied(connection: sqlite3.Connection) -> set[str]:
    return {step.name for step in Migrations(_SET).applied(Database(connection))}


def _apply(migrations: Migrations, db: Database) -> None:
    # Another process may be bringing the same file up to date: who comes second finds nothing left to do.
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.commit()
    except BaseException:
        db.rollback()
        raise
