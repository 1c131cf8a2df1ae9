"""The log of posts: what was really posted, once each, with its review at that moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from sqlite_utils import Database

from agent.problems import Conflict, Gone, NotFound, Problem
from agent.reporting import report
from agent.schemas.fields import iso
from agent.schemas.posts import NewPost, Order, Post, PostChange
from agent.services import retention
from agent.services.finding import find
from agent.services.reviewing import Reviewing
from agent.services.settings import Settings
from agent.store import Log, deleted
from agent.store import posts as rows
from agent.store.clock import now
from agent.store.history import Wanted
from nlp import Context

NOT_REVIEWED = "This post has not been reviewed yet."


@dataclass(frozen=True)
class Page:
    """Posts in the order that was asked for, and the cursor of the page after them."""

    items: list[Post]
    next: str | None


class Posts:
    """Logs posts and finds them again. Ids are UUIDs."""

    def __init__(self, log: Log, settings: Settings, reviewing: Reviewing) -> None:
        self._log = log
        self._settings = settings
        self._reviewing = reviewing

    def put(self, post_id: UUID | str, new: NewPost) -> tuple[Post, bool]:
        """Log a post, then review it; the post and whether it is new.

        The post is on disk before it is read, so it stays even where the review fails. A repeat changes
        nothing, but for a permalink that wasn't known before. Raises `Conflict` where the id has another
        text, and `Gone` for a post that was deleted here, or would be by now.
        """
        created = self._log_once(str(post_id), new)
        if created:
            self._review(str(post_id))
        try:
            return self.get(post_id), created
        except NotFound:
            raise _deleted() from None  # while it was read

    def get(self, post_id: UUID | str) -> Post:
        """One post; raises `NotFound`."""
        with self._log.reading() as db:
            row = rows.find(db, str(post_id))
            if row is None:
                raise _no_such_post()
            return _posts(db, [row])[0]

    def search(
        self,
        q: str | None = None,
        site: str | None = None,
        verdict: str | None = None,
        order: Order = "newest",
        cursor: str | None = None,
        limit: int = 50,
    ) -> Page:
        """A page of the posts that match; raises `Invalid` for a cursor of another log."""
        wanted = Wanted(site=site, verdict=verdict)
        with self._log.reading() as db:
            found, following = find(db, q or "", wanted, order, cursor, limit)
            return Page(_posts(db, rows.numbered(db, [row["number"] for row in found])), following)

    def every(self) -> Iterator[Post]:
        """All posts, newest first, a page in memory at a time."""
        page = self.search(limit=200)
        yield from page.items
        while page.next:
            page = self.search(cursor=page.next, limit=200)
            yield from page.items

    def change(self, post_id: UUID | str, change: PostChange) -> Post:
        """Add what was learned about a post; raises `NotFound`.

        A text that was edited takes the place of the old one, of which nothing stays, and is reviewed anew.
        """
        with self._log.writing() as db:
            known = rows.find(db, str(post_id))
            if known is None:
                raise _no_such_post()
            if change.permalink is not None:
                rows.set_permalink(db, str(post_id), change.permalink)
            if change.gone_at is not None:
                rows.set_gone(db, known["number"], iso(change.gone_at))
            edited = change.text is not None and change.text != known["text"]
            if change.text is not None and edited:
                rows.edit(db, known["number"], change.text, iso(now()))
        if edited:
            self._log.forget_deleted()
            self._reviewing.compare_anew(known["number"], change.text or "")
            self._review(str(post_id))
        return self.get(post_id)

    def delete(self, post_id: UUID | str) -> None:
        """Delete a post for good; raises `NotFound`."""
        with self._log.writing() as db:
            deleted.remember(db, str(post_id), iso(now()))
            if not rows.delete(db, str(post_id)):
                raise _no_such_post()
        self._log.forget_deleted()

    def deletions(self) -> int:
        """How many deleted posts are remembered, so that nothing brings them back."""
        with self._log.reading() as db:
            return deleted.count(db)

    def forget_deletions(self) -> None:
        """Remember no deleted post any more."""
        with self._log.writing() as db:
            deleted.forget(db)
        self._log.forget_deleted()

    def sites(self) -> list[str]:
        """The sites that something was posted on."""
        with self._log.reading() as db:
            return rows.sites(db)

    def _review(self, post_id: str) -> None:
        with self._log.reading() as db:
            row = rows.find(db, post_id)
        if row is None:
            return
        try:
            review = self._reviewing.review_post(row)
        except Problem:
            return
        except Exception as error:
            # The post is safe on disk, and that is what its writer needs to know.
            report(error, "reviewing a post")
            return
        with self._log.writing() as db:
            rows.store_review(db, row, review, iso(now()))

    def _log_once(self, post_id: str, new: NewPost) -> bool:
        row = self._row(post_id, new)
        with self._log.writing() as db:
            known = rows.find(db, post_id)
            if known is None:
                if deleted.knows(db, post_id, row["logged_at"]):
                    raise _deleted()
                if retention.is_past(retention.borders(db), row["site"], new.posted_at):
                    raise Gone("Posts as old as this one are not kept here: drop it.")
                rows.insert(db, row)
                return True
            if known["text"] != new.text:
                raise Conflict("Another post was logged with this id. Log this one with a new id.")
            if new.permalink and not known["permalink"]:
                rows.set_permalink(db, post_id, new.permalink)
            return False

    def _row(self, post_id: str, new: NewPost) -> rows.Row:
        context = new.context or Context()
        return {
            "id": post_id,
            "text": new.text,
            "posted_at": iso(new.posted_at),
            "logged_at": iso(now()),
            "permalink": new.permalink,
            "site": context.site,
            "kind": context.kind,
            "page_url": context.page_url if _on_the_web(context.page_url) else None,
            "parent_text": context.parent_text if self._settings.yes("keep_parent_text") else None,
            "parent_author": context.parent_author,
            "thread_title": context.thread_title,
            "suggestion_taken": new.suggestion_taken,
        }


def _posts(db: Database, found: list[rows.Row]) -> list[Post]:
    signals = rows.signals_of(db, (row["number"] for row in found))
    return [
        Post(
            id=row["id"],
            text=row["text"],
            posted_at=row["posted_at"],
            logged_at=row["logged_at"],
            permalink=row["permalink"],
            context=_context(row),
            verdict=row["verdict"] or "unjudged",
            confidence=row["confidence"] or 0.0,
            headline=row["headline"] or NOT_REVIEWED,
            signals=tuple(signals[row["number"]]),
            suggestion_taken=row["suggestion_taken"],
            edited_at=row["edited_at"],
            gone_at=row["gone_at"],
        )
        for row in found
    ]


def _context(row: rows.Row) -> Context:
    return Context(**{field: row[field] for field in Context.model_fields})


def _on_the_web(address: str | None) -> bool:
    # The viewer links to it, and a script address would be no page.
    return address is not None and urlsplit(address).scheme in ("http", "https")


def _no_such_post() -> NotFound:
    return NotFound("There is no such post in the log. It may have been deleted.")


def _deleted() -> Gone:
    return Gone("This post was deleted here and stays so: drop it.")
