"""Asks the sites that the person switched on what came back for posts there. Nothing is asked before that."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from agent.collectors import Collector, Fetcher, collector_for, collectors
from agent.problems import Invalid
from agent.reporting import report
from agent.schemas.collectors import CollectorRequest, CollectorRequestPage, Collectors, CollectorSite
from agent.schemas.fields import iso
from agent.services.collection import Collection
from agent.services.cursors import cursor_at, place_of
from agent.services.settings import Settings
from agent.store import Log, addresses, collecting
from agent.store.clock import now

_ADDRESSES_AT_ONCE = 5_000
_LOOK_AGAIN = timedelta(minutes=5)
"""Posts come at any time, also by `python -m agent import`."""
_SHORTEST = timedelta(seconds=1)
_FARTHEST = timedelta(days=12)
"""Nothing is put off further: an eighth of 90 days for a post, a week for a site that wants to rest."""
_KEPT = timedelta(days=30)
"""How long the person can read what was asked."""


class Collecting:
    """The collectors of one log. `fetcher` talks to the sites."""

    def __init__(
        self,
        log: Log,
        settings: Settings,
        fetcher: Fetcher | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._log = log
        self._clock = clock
        self._collection = Collection(log, settings, fetcher or Fetcher(), clock)
        self._changed = threading.Event()
        self._starting = threading.Lock()
        self._worker: threading.Thread | None = None

    def sites(self) -> Collectors:
        """The sites that the person posted to and that can be asked, those with most posts first."""
        self._read_addresses()
        with self._log.reading() as db:
            found = collecting.hosts(db)
            rows = collecting.sites(db)
        shown = [
            _site(row["host"], row["posts"], each, rows.get(row["host"]))
            for row in found
            if (each := collector_for(row["host"], row["site"]))
        ]
        return Collectors(sites=shown, running=self.running)

    def switch(self, hosts: list[str]) -> Collectors:
        """Let exactly these sites be asked; raises `Invalid` for one that can't be."""
        known = {each.host: each.collector for each in self.sites().sites}
        unknown = sorted(set(hosts) - known.keys())
        if unknown:
            raise Invalid(
                f"Nothing that you posted at {', '.join(unknown)[:200]} can be asked about: switch on sites "
                "that GET /v1/collectors lists."
            )
        with self._log.writing() as db:
            collecting.switch(db, {host: known[host] for host in hosts}, iso(self._clock()))
        self.start()
        return self.sites()

    def requests(self, cursor: str | None = None, limit: int = 50) -> CollectorRequestPage:
        """What was asked of sites, newest first; raises `Invalid` for a bad cursor."""
        before = place_of(cursor) if cursor else None
        with self._log.reading() as db:
            found = collecting.requests(db, iso(self._clock() - _KEPT), before, limit + 1)
        shown = found[:limit]
        fields = CollectorRequest.model_fields
        return CollectorRequestPage(
            items=[CollectorRequest(**{field: row[field] for field in fields}) for row in shown],
            next=cursor_at(shown[-1]["asked_at"], shown[-1]["id"]) if len(found) > limit else None,
        )

    def drop_expired(self) -> bool:
        """Delete requests that are kept no longer; False, as there are never more afterwards."""
        before = iso(self._clock() - _KEPT)
        with self._log.reading() as db:
            expired = collecting.expired(db, before)
        if expired:
            with self._log.writing() as db:
                collecting.drop_requests(db, before)
        return False

    def set_right(self) -> bool:
        """Undo what a clock put off that was set back since; False, as there is never more afterwards."""
        moment = self._clock()
        latest = iso(moment + _FARTHEST)
        with self._log.reading() as db:
            beyond = collecting.put_off_too_far(db, latest)
        if beyond:
            with self._log.writing() as db:
                collecting.bring_back(db, latest, iso(moment))
            self._changed.set()
        return False

    @property
    def running(self) -> bool:
        """Whether sites are asked in the background."""
        return self._worker is not None and bool(self._on())

    def start(self) -> None:
        """Ask in the background where at least one site is on, until none is or `stop` is called."""
        with self._starting:
            if self._worker is not None:
                self._changed.set()
            elif self._on():
                self._changed.clear()
                self._collection.ending.clear()
                self._worker = threading.Thread(target=self._work, name="collecting", daemon=True)
                self._worker.start()

    def stop(self) -> None:
        """Begin no further request."""
        self._collection.ending.set()
        self._changed.set()

    def ask_next(self) -> tuple[str, str] | None:
        """Ask about one post that is due, at a site that may be asked now: its host and what came of it."""
        self._read_addresses()
        moment = self._clock()
        rows = self._on()
        for host, row in rows.items():
            collector = _named(row["collector"])
            if collector is None or self._free_at(row, rows) > iso(moment):
                continue
            with self._log.reading() as db:
                post = collecting.due(db, host, iso(moment))
            if post is not None:
                return host, self._collection.ask(collector, host, post)
        return None

    def ask_all_due(self) -> Iterator[tuple[str, str]]:
        """Ask about all posts that are due, as fast as sites may be asked; yields what `ask_next` says."""
        while not self._collection.ending.is_set():
            found = self.ask_next()
            if found:
                yield found
            elif (wait := self.wait()) is not None and wait < _LOOK_AGAIN and self._any_due():
                self._changed.wait(wait.total_seconds())
            else:
                return

    def wait(self) -> timedelta | None:
        """How long nothing can be asked; None where no site is on."""
        rows = self._on()
        if not rows:
            return None
        moments = []
        with self._log.reading() as db:
            for host, row in rows.items():
                due = collecting.next_due(db, host)
                if due is not None:
                    moments.append(max(due, self._free_at(row, rows)))
        left = [datetime.fromisoformat(each) - self._clock() for each in moments]
        return min(max(min(left, default=_LOOK_AGAIN), _SHORTEST), _LOOK_AGAIN)

    def _work(self) -> None:
        ending = self._collection.ending
        while not ending.is_set():
            self._changed.clear()
            try:
                while not ending.is_set() and self.ask_next():
                    pass
                wait = self.wait()
            except Exception as error:
                if ending.is_set():
                    return
                # The log may be in use or the disk full for a while: there is time.
                report(error, "collecting what came back")
                wait = _LOOK_AGAIN
            if wait is not None:
                self._changed.wait(wait.total_seconds())
            elif self._ended():
                return

    def _ended(self) -> bool:
        """End the background work, unless a site was switched on at this very moment."""
        with self._starting:
            if self._on():
                return False
            self._worker = None
            return True

    def _on(self) -> dict[str, collecting.Row]:
        with self._log.reading() as db:
            return {host: row for host, row in collecting.sites(db).items() if row["switched_on"]}

    def _any_due(self) -> bool:
        moment = iso(self._clock())
        rows = self._on()
        with self._log.reading() as db:
            return any(
                collecting.due(db, host, moment)
                for host, row in rows.items()
                if (row["resting_until"] or "") <= moment
            )

    def _free_at(self, row: collecting.Row, rows: dict[str, collecting.Row]) -> str:
        """When a site may be asked next. Sites that are asked at one machine wait for each other."""
        collector = _named(row["collector"])
        if collector is None:
            return "9999"
        machine = collector.asks(row["host"])
        beside = [each for each in rows.values() if _machine(each) == machine]
        moments = [each["resting_until"] for each in beside if each["resting_until"]]
        for each in beside:
            if each["last_asked_at"]:
                last = datetime.fromisoformat(each["last_asked_at"])
                moments.append(iso(last + timedelta(seconds=collector.pause)))
        return max(moments, default="")

    def _read_addresses(self) -> None:
        with self._log.reading() as db:
            behind = addresses.waiting(db)
        if behind:
            with self._log.writing() as db:
                addresses.read_waiting(db, _ADDRESSES_AT_ONCE)


def _named(name: str) -> Collector | None:
    return next((each for each in collectors() if each.name == name), None)


def _machine(row: collecting.Row) -> str | None:
    collector = _named(row["collector"])
    return collector.asks(row["host"]) if collector else None


def _site(host: str, posts: int, collector: Collector, row: collecting.Row | None) -> CollectorSite:
    fields = ("switched_on_at", "last_asked_at", "resting_until", "resting_because")
    return CollectorSite(
        host=host,
        collector=collector.name,
        title=collector.title,
        asks=collector.asks(host),
        posts=posts,
        on=bool(row and row["switched_on"]),
        **{field: row[field] if row else None for field in fields},
    )
