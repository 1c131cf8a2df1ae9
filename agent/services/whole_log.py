"""What is done with the log as a whole: copied, merged with another, emptied."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from agent.importers import ImportProblem, OwnRecord
from agent.schemas.fields import iso
from agent.services.import_runs import ImportRuns
from agent.services.own_records import OwnRecords
from agent.services.settings import Settings
from agent.store import Log, backup, documents, merge_copy, migrations, posts, rescuing, restoring
from agent.store.clock import now
from agent.store.documents import Document
from agent.store.folder import ASIDE_NAME
from agent.store.tables import POSTS
from agent.trouble import Trouble


@dataclass
class Merged:
    """What came of a merge, in posts."""

    new: int = 0
    changed: int = 0
    same: int = 0
    deleted: int = 0
    """Left out, since they were deleted here after they were logged there."""
    past: int = 0
    """Left out, since they are older than posts are kept here."""
    refused: int = 0
    rules: int = 0
    """Rules of how long posts are kept that were left out, since they could delete some."""


class WholeLog:
    """The log of this folder, as a whole."""

    def __init__(self, log: Log, settings: Settings, import_runs: ImportRuns) -> None:
        self._log = log
        self._settings = settings
        self._import_runs = import_runs

    def back_up(self, to: Path) -> None:
        """Copy the log to a new file while it is in use; raises `Trouble`."""
        backup.copy(self._log.path, to)

    def keep_backup(self) -> bool:
        """Make the automatic backup anew, once a day; nothing more is to be done then."""
        with self._log.reading() as db:
            if db.execute("SELECT EXISTS (SELECT 1 FROM posts)").fetchone()[0]:
                try:
                    backup.keep_last(self._log.path)
                except backup.Damaged:
                    restoring.suspect(self._log.path)
                    raise
        return False

    def merge(self, other: Path) -> Merged:
        """Take in what another log holds; raises `Trouble` where that can't be read.

        The other file isn't changed. Running it twice changes nothing.
        """
        if other.resolve() == self._log.path.resolve():
            raise Trouble(f"{other} is this log itself: name the log of another folder or machine.")
        if not other.is_file():
            raise Trouble(f"There is no log at {other}: check the name.")
        try:
            with (
                merge_copy.copy_of(other, self._log.path.parent) as copied,
                closing(sqlite3.connect(copied)) as connection,
            ):
                theirs = Database(connection)
                if not theirs.table_names():
                    raise Trouble(f"{other} is empty: name the log of another folder or machine.")
                migrations.bring_up_to_date(theirs, other)
                return self._take(theirs)
        except sqlite3.Error as error:
            raise self._log.trouble(error) from None

    def rescue(self, damaged: Path) -> int:
        """Take in the posts of a damaged log that can still be read and aren't here; how many."""
        with self._log.reading() as db:
            known = {post_id for (post_id,) in db.execute("SELECT id FROM posts")}
        merged = Merged()
        for page in rescuing.pages(damaged, known):
            self._write(page, merged)
        return merged.new

    def set_aside(self) -> Path | None:
        """The damaged log whose place the last backup took, as long as it is kept."""
        aside = self._log.path.with_name(ASIDE_NAME)
        return aside if aside.exists() else None

    def delete_everything(self) -> None:
        """Empty the log for good: posts, what came back, settings, what was learnt. Browsers stay paired."""
        self._import_runs.stop_all()
        self._log.empty(iso(now()))
        self._log.forget_deleted()

    def _take(self, theirs: Database) -> Merged:
        merged = Merged()
        self._write(list(documents.others(theirs)), merged)
        page, after = documents.page_of_posts(theirs, 0)
        while page:
            self._write(page, merged)
            page, after = documents.page_of_posts(theirs, after)
        with self._log.writing() as db:
            posts.forget_words(db)
        self._log.forget_deleted()
        return merged

    def _write(self, page: list[Document], merged: Merged) -> None:
        keep_parents = self._settings.yes("keep_parent_text")
        with self._log.writing() as db:
            records = OwnRecords(db, keep_parents)
            for document in page:
                outcome = records.take(OwnRecord(where="", data=document))
                if isinstance(outcome, ImportProblem):
                    merged.refused += 1
                elif outcome == "rule":
                    merged.rules += 1
                elif document["type"] == POSTS:
                    setattr(merged, outcome, getattr(merged, outcome) + 1)
