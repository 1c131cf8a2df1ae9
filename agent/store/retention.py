"""How long posts are kept, and which are older than that."""

import json
from collections.abc import Iterable

from sqlite_utils import Database

ELSEWHERE = "*"
"""Stands for every site without a line of its own, and for posts whose site isn't known."""

_ON_THE_SITE = "site = :site AND posted_at < :than"
_ELSEWHERE = "posted_at < :than AND (site IS NULL OR site NOT IN (SELECT value FROM json_each(:with_a_line)))"


def rules(db: Database) -> dict[str, int]:
    """Months by site."""
    return dict(db.execute("SELECT site, months FROM retention ORDER BY site").fetchall())


def keep(db: Database, site: str, months: int | None) -> None:
    """Keep the posts of a site for so many months, or for ever."""
    if months is None:
        db.execute("DELETE FROM retention WHERE site = ?", [site])
    else:
        db.execute("INSERT OR REPLACE INTO retention (site, months) VALUES (?, ?)", [site, months])


def count_older(db: Database, site: str, than: str, with_a_line: Iterable[str]) -> int:
    """How many posts of a site are from before a moment; `*` leaves out sites `with_a_line` of their own."""
    where, values = _older(site, than, with_a_line)
    return int(db.execute(f"SELECT count(*) FROM posts WHERE {where}", values).fetchone()[0])  # noqa: S608


def delete_older(db: Database, site: str, than: str, with_a_line: Iterable[str], limit: int) -> int:
    """Delete posts as `count_older` counts them; how many, at most `limit`.

    They aren't noted as deleted by the person: another log may keep them longer.
    """
    where, values = _older(site, than, with_a_line)
    sql = f"DELETE FROM posts WHERE number IN (SELECT number FROM posts WHERE {where} LIMIT :limit)"  # noqa: S608
    return int(db.execute(sql, values | {"limit": limit}).rowcount)


def _older(site: str, than: str, with_a_line: Iterable[str]) -> tuple[str, dict[str, str | int]]:
    """The condition of posts that are older than a moment, and its values."""
    where = _ELSEWHERE if site == ELSEWHERE else _ON_THE_SITE
    return where, {"site": site, "than": than, "with_a_line": json.dumps(list(with_a_line))}
