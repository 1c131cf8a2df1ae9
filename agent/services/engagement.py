"""What came back for posts: counts from pages, collectors and by hand, kept where they say something new."""

from datetime import datetime
from uuid import UUID

from sqlite_utils import Database

from agent.problems import Invalid, NotFound
from agent.schemas.engagement import Count, Counts, PostEngagement, SightingAnswer, SnapshotShown
from agent.schemas.fields import iso
from agent.store import Log, addresses, engagement, posts
from agent.store.clock import now
from agent.store.engagement import Snapshot, Source

_KINDS = tuple(Counts.model_fields)
_READ_AT_ONCE = 20_000
"""Addresses that are read before an answer, at most; after a large import the rest is read later."""
_REMEMBERED = 50
"""Snapshots that are looked through for what a source said last of each kind."""


class Engagement:
    """Keeps snapshots of counts. A source that shows the same again only widens its last one in time."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def seen(self, permalink: str, counts: Counts, seen_at: datetime | None = None) -> SightingAnswer:
        """Keep the counts that a page showed, where the post is in the log; nothing of it otherwise.

        The answer names the post also where no count was given: a page may show an edit and no count.
        """
        with self._log.reading() as db:
            found = addresses.post_at(db, permalink)
            behind = found is None and addresses.waiting(db)
        if behind:
            self.read_addresses(_READ_AT_ONCE)
            with self._log.reading() as db:
                found = addresses.post_at(db, permalink)
        if found is None:
            sentence = "No post in the log can be seen at this address, so nothing was kept."
            return SightingAnswer(outcome="not_logged", sentence=sentence)
        number, post_id = found
        if not counts.known:
            sentence = "No count was given, so nothing was kept."
            return SightingAnswer(outcome="nothing_known", post=UUID(post_id), sentence=sentence)
        with self._log.writing() as db:
            kept = note(db, number, "page", counts, seen_at)
        if kept:
            return SightingAnswer(outcome="kept", post=UUID(post_id), sentence="The counts were kept.")
        sentence = "The log had these counts already; it now knows that they lasted."
        return SightingAnswer(outcome="same", post=UUID(post_id), sentence=sentence)

    def add_by_hand(
        self, post_id: UUID | str, counts: Counts, seen_at: datetime | None = None
    ) -> PostEngagement:
        """Keep counts that the person typed; raises `NotFound` for no such post, `Invalid` for no count."""
        if not counts.known:
            raise Invalid("Give at least one number: likes, replies, shares or views.")
        with self._log.writing() as db:
            note(db, _number(db, post_id), "by_hand", counts, seen_at)
        return self.of(post_id)

    def of(self, post_id: UUID | str) -> PostEngagement:
        """All that came back for a post; raises `NotFound`."""
        with self._log.reading() as db:
            rows = engagement.of_post(db, _number(db, post_id))
        shown = [
            SnapshotShown(
                seen_at=row["seen_at"],
                seen_until=row["seen_until"] or row["seen_at"],
                source=row["source"],
                counts=engagement.counts_in(row),
            )
            for row in rows
        ]
        return PostEngagement(
            post=UUID(str(post_id)), now=_latest([each.counts for each in reversed(shown)]), snapshots=shown
        )

    def read_addresses(self, most: int) -> int:
        """Read where at most so many posts are that came since the last time; how many were read."""
        with self._log.writing() as db:
            return addresses.read_waiting(db, most)


def note(db: Database, post: int, source: Source, counts: Counts, seen_at: datetime | None) -> bool:
    """Keep what a source shows of a post; False where it has shown the same before."""
    this_moment = now()
    engagement.bring_back(db, post, iso(this_moment))
    at = iso(min(seen_at or this_moment, this_moment))
    rows = engagement.latest(db, post, source, at, _REMEMBERED)
    seen = [engagement.counts_in(row) for row in rows]
    before = _latest(seen)
    if not all(_told(getattr(before, kind), getattr(counts, kind)) for kind in _KINDS):
        engagement.add(db, [Snapshot(post, at, source, counts)])
        return True
    if all(getattr(counts, kind) for kind in _KINDS if getattr(seen[0], kind)):
        engagement.widen(db, rows[0]["id"], at)
    return False


def still_so(db: Database, post: int, source: Source, at: datetime) -> None:
    """A source says that nothing has changed since its last snapshot."""
    rows = engagement.latest(db, post, source, iso(at), 1)
    if rows:
        engagement.widen(db, rows[0]["id"], iso(at))


def _latest(newest_first: list[Counts]) -> Counts:
    """The latest known count of each kind."""
    known = {
        kind: next((count for each in newest_first if (count := getattr(each, kind))), None)
        for kind in _KINDS
    }
    return Counts(**known)


def _told(before: Count | None, count: Count | None) -> bool:
    """Whether `before` says all that `count` does: "1.2K" tells nothing to who knows 1,234."""
    if count is None or count == before:
        return True
    if before is None or count.precision == "exact" or before.precision == "rounded":
        return False
    shown = str(count.value)
    unit: int = 10 ** (len(shown) - len(shown.rstrip("0")))
    # Some sites round, others cut off.
    return count.value - unit / 2 <= before.value < count.value + unit


def _number(db: Database, post_id: UUID | str) -> int:
    row = posts.find(db, str(post_id))
    if row is None:
        raise NotFound("There is no such post in the log. It may have been deleted.")
    return int(row["number"])
