"""Reviews posts that wait for it in the background: after an import, or where the agent was killed."""

import threading
from collections.abc import Iterator

from sqlite_utils import Database

from agent.problems import Problem
from agent.reporting import report
from agent.schemas.fields import iso
from agent.services.earlier import Earlier
from agent.services.reviewing import Reviewing
from agent.store import Log
from agent.store import posts as rows
from agent.store.clock import now
from nlp import Review

_BATCH = 32
"""Posts in a transaction: few, since the person's own posts are logged between two of them."""
_LOOK_AGAIN = 30
"""Seconds: `python -m agent import` may add posts at any time."""


class Waiting:
    """The posts that have no review. A post that can't be read is left until the next start."""

    def __init__(self, log: Log, reviewing: Reviewing, earlier: Earlier) -> None:
        self._log = log
        self._earlier = earlier
        self._reviewing = reviewing
        self._there = threading.Event()
        self._ending = threading.Event()
        self._failed: set[int] = set()

    def start(self) -> None:
        """Review whatever waits, now and whenever more comes, until `end`."""
        threading.Thread(target=self._work, name="review-waiting", daemon=True).start()

    def more(self) -> None:
        """Posts may have come."""
        self._there.set()

    def end(self) -> None:
        """Begin no further batch."""
        self._ending.set()
        self._there.set()

    def count(self) -> int:
        """How many posts wait."""
        with self._log.reading() as db:
            return rows.count_unreviewed(db)

    def review_all(self) -> None:
        """Review the posts that wait, oldest first, a few in memory at a time."""
        after = 0
        # First what is quick, so that a text posted before is known as such when the later post is read.
        while not self._ending.is_set() and self._earlier.catch_up():
            continue
        while not self._ending.is_set():
            with self._log.reading() as db:
                batch = rows.unreviewed(db, after, _BATCH)
            if not batch:
                return
            after = batch[-1]["number"]
            try:
                reviewed = list(self._read([row for row in batch if row["number"] not in self._failed]))
            except Problem:
                return  # there is no model, and the person was told when it failed to load
            with self._log.writing() as db:
                _store(db, reviewed)

    def _work(self) -> None:
        while not self._ending.is_set():
            self._there.clear()
            try:
                self.review_all()
            except Exception as error:
                if self._ending.is_set():
                    return
                # The log may be in use or the disk full for a while: the posts wait.
                report(error, "reviewing posts in the background")
            self._there.wait(_LOOK_AGAIN)

    def _read(self, batch: list[rows.Row]) -> Iterator[tuple[rows.Row, Review]]:
        for row in batch:
            if self._ending.is_set():
                return
            try:
                yield row, self._reviewing.review_post(row)
            except Problem:
                raise
            except Exception as error:
                self._failed.add(row["number"])
                report(error, "reviewing a post")


def _store(db: Database, reviewed: list[tuple[rows.Row, Review]]) -> None:
    for row, review in reviewed:
        rows.store_review(db, row, review, iso(now()))
