"""Empties a log: afterwards no byte of it tells what was in there."""

import sqlite3

from sqlite_utils import Database

from agent.store import deleted
from agent.store.tables import tables_to_empty


def empty(connection: sqlite3.Connection, emptied_at: str) -> None:
    """Empty every table of the person's, note when, and write the file anew. Not inside of a transaction."""
    db = Database(connection)
    # With the rules that tie the tables together on, every row would be looked at on its own.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            _empty_tables(db)
            deleted.remember_all(db, emptied_at)
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()  # unless SQLite has done it, as it does when the disk is full
            raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("VACUUM")


def _empty_tables(db: Database) -> None:
    triggers = list(db.query("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for trigger in triggers:
        db.execute(f"DROP TRIGGER [{trigger['name']}]")
    for name in tables_to_empty(db):
        db.execute(f"DELETE FROM [{name}]")  # noqa: S608 (names of the log's own)
    db.execute("INSERT INTO posts_fts (posts_fts) VALUES ('delete-all')")
    if "sqlite_sequence" in db.table_names():
        db.execute("DELETE FROM sqlite_sequence")
    for trigger in triggers:
        db.execute(trigger["sql"])
