"""Writes down the log as this version makes it."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from agent.store import Log, migrations

_HERE = Path(__file__).parent
_SCHEMA = """
SELECT sql FROM sqlite_schema
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT GLOB 'posts_fts_*[a-z]' OR type = 'trigger'
ORDER BY rowid
"""
_APPLIED = """
INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('pitch-in', '{step}', '2026-01-01');
"""
ROWS = """
INSERT INTO posts (number, id, text, posted_at, logged_at, site, verdict, reviewed_at) VALUES
    (1, '0192f3a4-0000-7000-8000-000000000001', 'Kept from before', '2026-01-01T00:00:00.000Z',
    '2026-01-01T00:00:01.000Z', 'isso', 'me_too', '2026-01-01T00:00:02.000Z');
INSERT INTO signals (id, post, name, kind, reason) VALUES (1, 1, 'praise', 'flag', 'It fits any post.');
INSERT INTO spans (id, signal, start, "end") VALUES (1, 1, 0, 4);
INSERT INTO engagement (id, post, seen_at, source, replies, replies_precision) VALUES
    (1, 1, '2026-01-02T00:00:00.000Z', 'page', 3, 'exact');
INSERT INTO settings (name, value) VALUES ('theme', '"dark"');
"""


def written(db: Database, steps: list[str]) -> Iterator[str]:
    """The statements that make such a log."""
    for (sql,) in db.execute(_SCHEMA):
        yield f"{sql};"
    for step in steps:
        yield _APPLIED.format(step=step)
    yield ROWS


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, closing(Log(Path(folder))) as log, log.reading() as made:
        path = _HERE / f"{sys.argv[1]}.sql"
        path.write_text("\n".join(written(made, list(migrations.steps()))), encoding="utf-8")
