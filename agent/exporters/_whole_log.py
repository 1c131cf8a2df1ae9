"""The log as exporters see it: documents, a page at a time."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from agent.schemas.facts import model_of
from agent.store import Log, documents
from agent.store.documents import Document
from agent.store.tables import other_tables, posts_table

COUNTS = ("likes", "replies", "shares", "views")


class WholeLog:
    """Everything in a log that is worth taking along."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def models(self) -> list[type[BaseModel]]:
        """What the documents hold, by the tables as they are now; posts first."""
        with self._log.reading() as db:
            return [model_of(table) for table in [posts_table(db), *other_tables(db)]]

    def others(self) -> list[Document]:
        """What belongs to no post: settings, how long posts are kept, and the like."""
        with self._log.reading() as db:
            return list(documents.others(db))

    def posts(self) -> Iterator[Document]:
        """Every post in the order of logging."""
        after = 0
        while True:
            with self._log.reading() as db:
                page, after = documents.page_of_posts(db, after)
            if not page:
                return
            yield from page

    def posts_of_year(self, year: str) -> Iterator[Document]:
        """The posts of a year in the order of posting."""
        with self._log.reading() as db:
            numbers = documents.numbers_of_year(db, year)
        for first in range(0, len(numbers), documents.PAGE):
            with self._log.reading() as db:
                page = documents.posts_of(db, numbers[first : first + documents.PAGE])
            yield from page

    def years(self) -> dict[str, int]:
        """How many posts there are of each year, by year."""
        with self._log.reading() as db:
            return documents.years(db)


def latest_counts(post: Document) -> dict[str, Any]:
    """The latest known count of each kind; those that aren't known are left out."""
    found: dict[str, Any] = {}
    for snapshot in sorted(post.get("engagement", []), key=lambda each: str(each["seen_at"])):
        found |= {name: snapshot[name] for name in COUNTS if name in snapshot}
    return found
