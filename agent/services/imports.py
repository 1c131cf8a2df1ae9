"""Imports what people posted before: each post once, however often and from whatever file it comes."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from sqlite_utils import Database

from agent.importers import (
    Archive,
    Found,
    ImportedCounts,
    ImportedPost,
    Importer,
    ImportProblem,
    LeftOut,
    OwnRecord,
    Wishes,
)
from agent.schemas.fields import iso
from agent.services import retention
from agent.services.known_posts import known_posts
from agent.services.own_records import OwnRecords
from agent.services.settings import Settings
from agent.store import Log, addresses, deleted, engagement, imported
from agent.store.clock import now
from agent.store.engagement import Snapshot
from agent.store.posts import Row
from agent.store.same_post import around
from agent.store.tables import POSTS

_BATCH = 4_000
"""Posts in a transaction: fewer cost more syncs, more keep a browser waiting that logs a post."""
_EXAMPLES = 3
PROBLEMS = {
    "unreadable": "could not be read",
    "misshapen": "are not as their site writes them",
    "no_date": "have no date",
    "unanswered": "wait for an answer of yours",
}
"""What is wrong with records of each kind, to be read after their number."""


@dataclass
class Report:
    """How far an import is, and what came of it so far. Sizes are in bytes."""

    titles: tuple[str, ...] = ()
    size: int = 0
    read: int = 0
    new: int = 0
    known: int = 0
    counted: int = 0
    counts_without_post: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[ImportProblem]] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    """Why records of each kind in `left_out` were left out, in a sentence."""
    asks: set[str] = field(default_factory=set)
    """What the person must say first, by the names of `ImportProblem.asks`."""

    def note(self, found: LeftOut | ImportProblem) -> None:
        """Count what was not imported, and keep a few problems as examples of their kind."""
        if isinstance(found, LeftOut):
            self.left_out[found.why] += 1
            self.reasons[found.why] = found.sentence
            return
        self.problems[found.kind] += 1
        self.asks.update(found.asks)
        examples = self.examples.setdefault(found.kind, [])
        if len(examples) < _EXAMPLES:
            examples.append(found)

    def add(self, other: "Report") -> None:
        """Add what came of a further part."""
        self.new += other.new
        self.known += other.known
        self.counted += other.counted
        self.counts_without_post += other.counts_without_post
        self.left_out += other.left_out
        self.problems += other.problems
        self.reasons |= other.reasons
        self.asks |= other.asks
        for kind, examples in other.examples.items():
            self.examples[kind] = [*self.examples.get(kind, []), *examples][:_EXAMPLES]


class Imports:
    """Puts the exports of sites into the log."""

    def __init__(self, log: Log, settings: Settings) -> None:
        self._log = log
        self._settings = settings

    def run(
        self, archive: Archive, importers: Iterable[Importer], wishes: Wishes, report: Report
    ) -> Iterator[None]:
        """Import what these importers find in `archive`, and yield whenever `report` has changed.

        What the report counts is on disk. Whoever stops to iterate stops the import, and the next run of
        the same file goes on from there. Raises `Trouble` where the log can't be written.
        """
        keep_parents = self._settings.yes("keep_parent_text")
        for problem in archive.problems:
            report.note(problem)
        for importer in importers:
            things = importer.read(archive, wishes)
            while batch := list(islice(things, _BATCH)):
                report.add(self._write(batch, importer, keep_parents))
                report.read = min(archive.bytes_read, report.size)
                yield
        report.read = report.size
        yield

    def _write(self, batch: list[Found], importer: Importer, keep_parents: bool) -> Report:
        written = Report()
        try:
            with self._log.writing() as db:
                while addresses.waiting(db):
                    addresses.read_waiting(db, _BATCH)
                _Batch(db, importer, keep_parents, written).take(batch)
        except sqlite3.Error as error:
            raise self._log.trouble(error) from None
        return written


class _Batch:
    """What is written in one transaction."""

    def __init__(self, db: Database, importer: Importer, keep_parents: bool, report: Report) -> None:
        self._db = db
        self._importer = importer
        self._keep_parents = keep_parents
        self._report = report
        self._now = iso(now())

    def take(self, batch: Iterable[Found]) -> None:
        """Write each thing in the batch."""
        posts: dict[str, ImportedPost] = {}
        for found in batch:
            match found:
                case ImportedPost():
                    # A post that an export tells twice is one post.
                    self._report.known += posts.setdefault(str(found.id), found) is not found
                case ImportedCounts():
                    self._take_counts(found)
                case OwnRecord():
                    self._take_own(found)
                case _:
                    self._report.note(found)
        self._take_posts(posts)

    def _take_own(self, record: OwnRecord) -> None:
        match self._own_records.take(record):
            case ImportProblem() as problem:
                self._report.note(problem)
            case "deleted":
                self._report.note(LeftOut(why="deleted_here", where=record.where))
            case "past" | "rule" as why:
                self._report.note(LeftOut(why=why, where=record.where))
            case outcome if record.data["type"] == POSTS:
                self._report.new += outcome == "new"
                self._report.known += outcome != "new"

    @cached_property
    def _own_records(self) -> OwnRecords:
        return OwnRecords(self._db, self._keep_parents)

    def _take_posts(self, posts: dict[str, ImportedPost]) -> None:
        known = known_posts(self._db, posts)
        fresh = [self._row(post_id, post) for post_id, post in posts.items() if post_id not in known]
        gone = deleted.among(self._db, fresh)
        borders = retention.borders(self._db)
        rows = []
        for row in fresh:
            where = row["permalink"] or row["site"]
            if row["id"] in gone:
                self._report.note(LeftOut(why="deleted_here", where=where))
            elif retention.is_past(borders, row["site"], posts[row["id"]].posted_at):
                self._report.note(LeftOut(why="past", where=where))
            else:
                rows.append(row)
        imported.insert(self._db, rows)
        counted = ((row["number"], posts[row["id"]]) for row in rows)
        first = [self._snapshot(number, post) for number, post in counted if post.counts.known]
        engagement.add(self._db, first)
        again = (self._snapshot(known[each], posts[each]) for each in known if posts[each].counts.known)
        self._report.counted += len(first) + engagement.add_unless_told(self._db, again)
        self._report.new += len(rows)
        self._report.known += len(known)

    def _take_counts(self, found: ImportedCounts) -> None:
        number = imported.known_by_id(self._db, [str(found.id)]).get(str(found.id))
        if number is None and found.posted_at:
            # LinkedIn has several ids for one post, made in the same moment.
            number = imported.only_one_between(self._db, found.site, *around(found.posted_at))
        if number is None:
            self._report.counts_without_post += 1
        else:
            self._report.counted += engagement.add_unless_told(self._db, [self._snapshot(number, found)])

    def _snapshot(self, number: int, found: ImportedPost | ImportedCounts) -> Snapshot:
        seen_at = iso(found.counted_at) if found.counted_at else self._now
        return Snapshot(number, seen_at, "import", found.counts)

    def _row(self, post_id: str, post: ImportedPost) -> Row:
        return {
            "id": post_id,
            "text": post.text,
            "posted_at": iso(post.posted_at),
            "logged_at": self._now,
            "permalink": post.permalink,
            "site": post.site,
            "kind": post.kind,
            "page_url": post.parent_permalink,
            "parent_text": post.parent_text if self._keep_parents else None,
            "parent_author": post.parent_author,
            "thread_title": post.thread_title,
            "imported_from": self._importer.name,
        }
