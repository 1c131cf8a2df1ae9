"""One talk with a site about one post: what came of it goes into the log, and when to ask again."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlite_utils import Database

from agent.collectors import (
    Answered,
    Asking,
    Collected,
    Collector,
    Ended,
    Fetcher,
    Gone,
    NotAnswered,
    NotAsked,
    Refused,
    SlowDown,
    Unchanged,
    Validators,
    Wanted,
    key_of,
    next_ask,
)
from agent.reporting import report
from agent.schemas.fields import iso
from agent.services.answers import name_of
from agent.services.engagement import note, still_so
from agent.services.people import site_of
from agent.services.settings import Settings
from agent.store import Log, collecting, people, replies
from agent.store.collecting import Etag, Row
from agent.store.replies import FoundReply

_BETWEEN = 1.0
"""Seconds between two requests about one post."""
_REFUSED = timedelta(days=7)
_FIRST_REST = timedelta(minutes=5)
_LONGEST_REST = timedelta(days=1)


class Collection:
    """Talks with sites. `ending` stops it between two requests."""

    def __init__(self, log: Log, settings: Settings, fetcher: Fetcher, clock: Callable[[], datetime]) -> None:
        self.ending = threading.Event()
        self._log = log
        self._settings = settings
        self._fetcher = fetcher
        self._clock = clock

    def ask(self, collector: Collector, host: str, post: Row) -> str:
        """Ask about a post, and keep what came of it; in a sentence for the person."""
        with self._log.reading() as db:
            etags = {
                each.address: Validators(each.etag, each.last_modified)
                for each in collecting.etags(db, post["number"])
            }
            known = replies.known(db, post["number"])
        wanted = Wanted(
            post["permalink"],
            datetime.fromisoformat(post["posted_at"]),
            known,
            self._settings.yes("keep_parent_text"),
        )
        asking = Asking(
            self._fetcher, collector.asks(host), etags, lambda: self.ending.wait(_BETWEEN), self._clock
        )
        found: Collected | Exception
        try:
            found = collector.read(wanted, asking)
        except (NotAsked, Ended, Unchanged, NotAnswered) as what:
            found = what
        except Exception as error:
            # One post that trips a collector must not hold up the others.
            report(error, f"asking about a post with the collector {collector.name}")
            found = NotAnswered(f"Pitch In could not make sense of what {host} answered.")
        with self._log.writing() as db:
            if collecting.is_gone(db, post["number"], post["permalink"]):
                return "The post was deleted in the meantime."
            return self._keep(db, host, post, asking, found)

    def _keep(self, db: Database, host: str, post: Row, asking: Asking, found: Collected | Exception) -> str:
        number, at = post["number"], self._clock()
        posted_at = datetime.fromisoformat(post["posted_at"])
        if asking.requests:
            made = (
                {**vars(each), "post": number, "asked_at": iso(each.asked_at)} for each in asking.requests
            )
            collecting.note(db, made)
            collecting.touched(db, host, iso(at))
        again = next_ask(posted_at, at)
        match found:
            case Collected():
                self._take(db, host, number, found, at)
                fresh = asking.fresh.items()
                collecting.keep_etags(
                    db, number, [Etag(address, each.etag, each.last_modified) for address, each in fresh]
                )
                collecting.rest(db, host, iso(asking.rest_until) if asking.rest_until else None, None, 0)
                said = "It was answered."
            case Unchanged():
                still_so(db, number, "collector", at)
                collecting.rest(db, host, None, None, 0)
                said = "Nothing has changed since the last time."
            case NotAsked():
                again, said = None, "Such posts can't be asked about."
            case Ended():
                return "It was stopped before all was asked; that is for the next time."
            case Gone():
                again, said = None, str(found)
            case SlowDown():
                self._rest(db, host, at, str(found), found.until)
                return str(found)
            case Refused():
                again, said = at + _REFUSED if again else None, str(found)
                self._rest(db, host, at, said, None)
            case _:
                said = str(found)
                self._rest(db, host, at, said, None)
        collecting.asked(db, number, iso(at), iso(again) if again else None)
        return said

    def _take(self, db: Database, host: str, number: int, found: Collected, at: datetime) -> None:
        """Keep counts and replies, and who gave them."""
        if found.counts.known:
            note(db, number, "collector", found.counts, at)
        (place, site) = db.execute(
            "SELECT address, site FROM addresses JOIN posts ON number = post WHERE post = ?", [number]
        ).fetchone()
        where = site_of(place, site)
        me = name_of(found.author)
        if found.author and me:
            collecting.call_owner(db, host, found.author)
            people.drop(db, where, me)
        for reply in found.replies:
            _take_reply(db, number, where, reply, me, iso(at))

    def _rest(self, db: Database, host: str, at: datetime, because: str, until: datetime | None) -> None:
        """Leave a site alone: as long as it says or, each time in a row, twice as long as before."""
        failures = collecting.sites(db)[host]["failures"] + 1
        rest = min(_FIRST_REST * 2 ** min(failures - 1, 20), _LONGEST_REST)
        collecting.rest(db, host, iso(max(until or at, at + rest)), because, failures)


def _take_reply(db: Database, number: int, where: str, reply: Answered, me: str | None, at: str) -> None:
    address = reply.address
    if address is None:
        return
    name = name_of(reply.author)
    hidden = bool(name) and people.is_forgotten(db, where, name or "")
    written_at = iso(reply.written_at) if reply.written_at else None
    found = FoundReply(
        post=number,
        address=address,
        permalink=None if hidden else reply.permalink,
        author=None if hidden else reply.author,
        written_at=written_at,
        answers=key_of(reply.answers),
        mine=name is not None and name == me,
        text=None if hidden else reply.text,
        seen_at=at,
    )
    replies.put(db, found)
    if reply.author and name and not found.mine:
        people.tie(db, number, where, reply.author, name, "answered_you", written_at or at)
