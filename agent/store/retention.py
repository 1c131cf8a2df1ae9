"""How long posts are kept, and which are older than that."""

from sqlite_utils import Database

ELSEWHERE = "*"
"""Stands for every site without a line of its own, and for posts whose site isn't known."""

_ON_THE_SITE = """
DELETE FROM posts WHERE number IN (
    SELECT number FROM posts WHERE site = :site AND posted_at < :than LIMIT :limit
)
"""
_ELSEWHERE = """
DELETE FROM posts WHERE number IN (
    SELECT number FROM posts
    WHERE posted_at < :than AND (site IS NULL OR site NOT IN (SELECT site FROM retention)) LIMIT :limit
)
"""


def rules(db: Database) -> dict[str, int]:
    """Months by site."""
    return dict(db.execute("SELECT site, months FROM retention ORDER BY site").fetchall())


def keep(db: Database, site: str, months: int | None) -> None:
    """Keep the posts of a site for so many months, or for ever."""
    if months is None:
        db.execute("DELETE FROM retention WHERE site = ?", [site])
    else:
        db.execute("INSERT OR REPLACE INTO retention (site, months) VALUES (?, ?)", [site, months])


def delete_older(db: Database, site: str, than: str, limit: int) -> int:
    """Delete the posts of a site that were posted before a moment; how many, at most `limit`.

    They aren't noted as deleted by the person: another log may keep them longer.
    """
    of_site = _ELSEWHERE if site == ELSEWHERE else _ON_THE_SITE
    return int(db.execute(of_site, {"site": site, "than": than, "limit": limit}).rowcount)
