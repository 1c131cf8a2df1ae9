"""Pages that only a query tells apart, as WordPress's `/?p=12`: each had people of its own, and no thread."""

import hashlib
import re

from sqlite_utils import Database

# No host has one of these marks in it: what has was made of more than the host.
_WRONG = "SELECT id, site, handle, name FROM people WHERE site GLOB '*[?#]*' ORDER BY id"
_COPY = (
    "INSERT OR IGNORE INTO ties (post, person, kind, at) SELECT post, ?, kind, at FROM ties WHERE person = ?"
)
_READ_AGAIN = """
UPDATE addresses SET stale = 1
WHERE address GLOB '*[?]*' OR thread GLOB '*[?]*'
    OR thread IS NULL AND post IN (SELECT number FROM posts WHERE page_url GLOB '*[?]*')
"""


def migrate(db: Database) -> None:
    """Put people under the host that they were met on, and have those addresses read again."""
    for person, site, handle, name in db.execute(_WRONG).fetchall():
        host = re.split("[?#]", site, maxsplit=1)[0]
        if not _is_forgotten(db, host, name):
            _move(db, person, host, handle, name)
        # The last of their ties takes them along, by trigger.
        db.execute("DELETE FROM ties WHERE person = ?", [person])
    db.execute(_READ_AGAIN)


def _move(db: Database, person: int, host: str, handle: str, name: str) -> None:
    db.execute("INSERT OR IGNORE INTO people (site, handle, name) VALUES (?, ?, ?)", [host, handle, name])
    (there,) = db.execute("SELECT id FROM people WHERE site = ? AND name = ?", [host, name]).fetchone()
    db.execute(_COPY, [there, person])


def _is_forgotten(db: Database, host: str, name: str) -> bool:
    fingerprint = hashlib.sha256(f"{host}\n{name}".encode()).hexdigest()
    return db.execute("SELECT 1 FROM people_forgotten WHERE hash = ?", [fingerprint]).fetchone() is not None
