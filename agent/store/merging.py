"""Documents into rows: the same post once, and of two things known about it the newer.

For one's own export and for another log. To take the same document again changes nothing.
"""

from datetime import datetime
from typing import Any, Literal

from sqlite_utils import Database

from agent.store.documents import Document
from agent.store.same_post import around
from agent.store.tables import POSTS, Table, other_tables, posts_table

Outcome = Literal["new", "changed", "same", "deleted"]

_REVIEW = ("reviewed_at", "verdict", "confidence", "headline")
_TEXT = ("text", "edited_at")
_SIGNALS = "signals"
_BY_ADDRESS = "SELECT * FROM posts WHERE permalink = ?"
_BY_MOMENT = "SELECT * FROM posts WHERE site IS ? AND posted_at BETWEEN ? AND ? AND text = ?"

Row = dict[str, Any]


class Merging:
    """Takes documents into the log behind `db`, inside of one transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._posts = posts_table(db)
        self._others = {table.name: table for table in other_tables(db)}

    def take(self, document: Document) -> Outcome:
        """Take one document in.

        Raises `sqlite3.IntegrityError` where the log refuses a value; nothing of the document is kept then.
        """
        self._db.execute("SAVEPOINT document")
        try:
            outcome = self._post(document) if document["type"] == POSTS else self._other(document)
        except BaseException:
            self._db.execute("ROLLBACK TO document")
            raise
        finally:
            self._db.execute("RELEASE document")
        return outcome

    def _post(self, document: Document) -> Outcome:
        if self._deleted_since(document):
            return "deleted"
        known = self._known(document)
        if known is None:
            self._insert_whole(self._posts, document, None)
            return "new"
        changed = self._newer_text(known, document)
        changed |= self._fill(known, document) | self._newer_review(known, document)
        for part in self._posts.parts:
            if part.name != _SIGNALS:
                changed |= self._add_parts(part, document.get(part.name, []), known["number"])
        return "changed" if changed else "same"

    def _deleted_since(self, document: Document) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM deleted_posts WHERE id = ? AND deleted_at >= ?",
            [document["id"], document["logged_at"]],
        ).fetchone()
        return found is not None

    def _known(self, document: Document) -> Row | None:
        """The row of the same post: by its id, or where it was logged when sent here and imported there."""
        own = next(iter(self._db.query("SELECT * FROM posts WHERE id = ?", [document["id"]])), None)
        if own is not None:
            return own
        for row in self._alike(document):
            once = (row["imported_from"] is None) != (document.get("imported_from") is None)
            same_address = row["permalink"] is not None and row["permalink"] == document.get("permalink")
            other_address = bool(row["permalink"] and document.get("permalink")) and not same_address
            if (once and not other_address) or (same_address and row["text"] == document["text"]):
                return row
        return None

    def _alike(self, document: Document) -> list[Row]:
        found: list[Row] = []
        if document.get("permalink"):
            found += self._db.query(_BY_ADDRESS, [document["permalink"]])
        moment = datetime.fromisoformat(document["posted_at"])
        place = [document.get("site"), *around(moment), document["text"]]
        return [*found, *self._db.query(_BY_MOMENT, place)]

    def _fill(self, known: Row, document: Document) -> bool:
        """Write what wasn't known about the post; what was known stays."""
        fresh = {
            name: document[name]
            for name in self._posts.names
            if name not in _REVIEW and name in document and known[name] is None and name != "imported_from"
        }
        self._update(self._posts, fresh, {"number": known["number"]})
        return bool(fresh)

    def _newer_text(self, known: Row, document: Document) -> bool:
        """Take a text that was edited later; review and hashes, which are of the old one, go with it."""
        if (document.get("edited_at") or "") <= (known["edited_at"] or ""):
            return False
        fresh = {name: document[name] for name in _TEXT} | dict.fromkeys(_REVIEW)
        self._update(self._posts, fresh, {"number": known["number"]})
        self._db.execute("DELETE FROM signals WHERE post = ?", [known["number"]])
        self._db.execute("DELETE FROM likenesses WHERE post = ?", [known["number"]])
        known.update(fresh)
        return True

    def _newer_review(self, known: Row, document: Document) -> bool:
        """Take a review that was made later, of the same text."""
        if document["text"] != known["text"]:
            return False
        if (document.get("reviewed_at") or "") <= (known["reviewed_at"] or ""):
            return False
        review = {name: document.get(name) for name in _REVIEW}
        self._update(self._posts, review, {"number": known["number"]})
        self._db.execute("DELETE FROM signals WHERE post = ?", [known["number"]])
        signals = next(part for part in self._posts.parts if part.name == _SIGNALS)
        for signal in document.get(_SIGNALS, []):
            self._insert_whole(signals, signal, known["number"])
        return True

    def _add_parts(self, table: Table, rows: list[Row], owner: int) -> bool:
        changed = False
        for row in rows:
            changed |= self._add(table, row, owner)
        return changed

    def _other(self, document: Document) -> Outcome:
        table = self._others[document["type"]]
        changed = self._add(table, document, None)
        if table.name == "deleted_posts":
            changed |= self._delete(document)
        return "changed" if changed else "same"

    def _delete(self, document: Document) -> bool:
        """Deleted there after it was logged here: deleted."""
        gone = self._db.execute(
            "DELETE FROM posts WHERE id = ? AND logged_at <= ?", [document["id"], document["deleted_at"]]
        )
        return gone.rowcount > 0

    def _add(self, table: Table, row: Row, owner: int | None) -> bool:
        """Add a row unless it is there; where another has its place, the newer one stays."""
        placed = row if table.link is None else row | {table.link: owner}
        for key in table.keys:
            place = {name: placed.get(name) for name in key}
            there = self._find(table, place)
            if there is not None:
                if not _newer(table, row, there):
                    return False
                self._update(table, {name: row.get(name) for name in table.names}, place)
                return True
        if not table.keys and self._find(table, {name: placed.get(name) for name in _placed(table)}):
            return False
        self._insert_whole(table, row, owner)
        return True

    def _insert_whole(self, table: Table, row: Row, owner: int | None) -> None:
        """Write a row that wasn't there, with all that belongs to it."""
        number = self._insert(table, row, owner)
        for part in table.parts:
            if part.one_each:
                # A trigger on another part may have made it with nothing but defaults in it.
                self._db.execute(f"DELETE FROM [{part.name}] WHERE [{part.link}] = ?", [number])  # noqa: S608
            for inner in row.get(part.name, []):
                self._insert_whole(part, inner, number)

    def _find(self, table: Table, place: Row) -> Row | None:
        where = " AND ".join(f"[{name}] IS ?" for name in place)
        sql = f"SELECT * FROM [{table.name}] WHERE {where} LIMIT 1"  # noqa: S608 (names of the log's own)
        return next(iter(self._db.query(sql, list(place.values()))), None)

    def _insert(self, table: Table, row: Row, owner: int | None) -> int:
        names = _placed(table)
        values = [owner if name == table.link else row.get(name) for name in names]
        listed, marks = ", ".join(f"[{name}]" for name in names), ", ".join("?" * len(names))
        sql = f"INSERT INTO [{table.name}] ({listed}) VALUES ({marks})"  # noqa: S608
        return int(self._db.execute(sql, values).lastrowid or 0)

    def _update(self, table: Table, fresh: Row, place: Row) -> None:
        if fresh:
            told = ", ".join(f"[{name}] = ?" for name in fresh)
            where = " AND ".join(f"[{name}] IS ?" for name in place)
            sql = f"UPDATE [{table.name}] SET {told} WHERE {where}"  # noqa: S608
            self._db.execute(sql, [*fresh.values(), *place.values()])


def _placed(table: Table) -> list[str]:
    return [*table.names, *([table.link] if table.link else [])]


def _newer(table: Table, row: Row, there: Row) -> bool:
    """Whether `row` differs from the row in its place, and its times say that it was known later."""
    if all(row.get(name) == there[name] for name in table.names):
        return False
    times = [name for name in table.names if name.endswith("_at")]
    return max((row.get(name) or "" for name in times), default="") > max(
        (there[name] or "" for name in times), default=""
    )
