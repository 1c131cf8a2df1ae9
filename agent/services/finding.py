"""A page of the log: newest first, or what matches the typed words best. The choice is made here alone."""

from dataclasses import replace

from sqlite_utils import Database

from agent.schemas.posts import Order
from agent.services.cursors import cursor_in_history, place_in_history
from agent.store import history, search
from agent.store.history import Row, Wanted


def find(
    db: Database, typed: str, wanted: Wanted, order: Order, cursor: str | None, limit: int
) -> tuple[list[Row], str | None]:
    """`limit` posts at most that hold what is typed and are as wanted, and the next page's cursor.

    Of the best matches there is one page, and without words nothing matches best. Raises `Invalid` for a
    cursor of another log.
    """
    asked = replace(wanted, words=search.full_text_query(typed))
    if asked.words is None and (typed.strip() or order == "best"):
        return [], None
    if order == "best":
        return history.best(db, asked, limit), None
    rows, place = history.page(db, asked, place_in_history(cursor) if cursor else None, limit)
    return rows, cursor_in_history(place) if place else None
