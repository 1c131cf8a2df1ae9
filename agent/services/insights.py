"""What the log says about a person's taking part, kept at hand: a large log takes seconds to read anew."""

import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final, Literal

from sqlite_utils import Database

from agent import insights
from agent.insights import Facts, Found
from agent.insights.communities import Community, communities
from agent.reporting import report
from agent.store import Log, tallies
from agent.store.clock import now

Period = Literal["quarter", "year", "all"]
_DAYS: Final[dict[Period, int | None]] = {"quarter": 91, "year": 365, "all": None}
_AT_ONCE: Final = 5_000
"""Posts that are read on the spot whenever something changed; a larger log is read in the background."""
_STALE: Final = timedelta(hours=1)
"""Also an unchanged log is read anew after this: "12 days ago" grows old."""

_PATIENCE: Final = 10
"""Times what the last reading took, until a large log is read again: it should rest more than it works."""

_Stamp = tuple[int, ...]
"""The last post's number, how many went, and the last of what belongs to posts: to count takes longer."""
_STAMP: Final = """
SELECT (SELECT coalesce(max(number), 0) FROM posts), (SELECT posts FROM deletions),
    (SELECT coalesce(max(id), 0) FROM signals), (SELECT coalesce(max(id), 0) FROM engagement),
    (SELECT coalesce(max(id), 0) FROM replies)
"""


@dataclass
class Drawn:
    """The log as it was read at `as_of` and how long that took, with what the insights found in it."""

    facts: Facts
    as_of: datetime
    stamp: _Stamp
    took: timedelta
    _found: dict[Period, tuple[Found, ...]] = field(default_factory=dict)

    def found(self, period: Period) -> tuple[Found, ...]:
        """What each insight finds in the posts of the period that ends now."""
        if period not in self._found:
            self._found[period] = tuple(insights.find(self.of(period)))
        return self._found[period]

    @cached_property
    def communities(self) -> list[Community]:
        """The person's communities, those with most posts first."""
        return communities(self.facts)

    def of(self, period: Period) -> Facts:
        """The facts of the period that ends now."""
        days = _DAYS[period]
        return self.facts if days is None else self.facts.since(self.facts.now - days * 24 * 3600)


class Insights:
    """Reads the log for the insights, and reads it again where it has changed."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._drawn: Drawn | None = None
        self._reading = threading.Lock()
        self._reader: threading.Thread | None = None

    def now(self) -> Drawn:
        """The log as it is, or for a large one as it was when it was last read; waits for the first time."""
        drawn = self.at_hand()
        if drawn is None:
            with self._reading:
                drawn = self._drawn
        return drawn or self._read()

    def at_hand(self) -> Drawn | None:
        """As `now`, but None instead of waiting while a large log is read for the first time."""
        stamp = self._stamp()
        drawn = self._drawn
        if drawn and drawn.stamp == stamp and now() - drawn.as_of < _STALE:
            return drawn
        if stamp[0] <= _AT_ONCE:
            return self._read()
        if drawn and (stamp[0] < drawn.stamp[0] or stamp[1] != drawn.stamp[1]):
            drawn = self._without_what_went(drawn)
            self._read_in_background()
        elif drawn is None or now() - drawn.as_of > _PATIENCE * drawn.took:
            self._read_in_background()
        return drawn

    def start(self) -> None:
        """Begin to read a large log, so that it is at hand when it is asked for."""
        if self._stamp()[0] > _AT_ONCE:
            self._read_in_background()

    def _without_what_went(self, drawn: Drawn) -> Drawn:
        """What was deleted is not shown again, however long reading takes."""
        with self._log.reading() as db:
            there = drawn.facts.among(tallies.numbers(db))
            stamp = (*_stamp(db)[:2], *drawn.stamp[2:])
        fewer = Drawn(there, drawn.as_of, stamp, drawn.took)
        if self._drawn is drawn:
            self._drawn = fewer
        return fewer

    def _read_in_background(self) -> None:
        if self._reader is None or not self._reader.is_alive():
            self._reader = threading.Thread(target=self._read_all, name="read-insights", daemon=True)
            self._reader.start()

    def _read_all(self) -> None:
        try:
            drawn = self._read()
            for period in _DAYS:
                drawn.found(period)
        except Exception as error:
            # The pages that need it read it themselves, and say what is wrong. When the agent ends, the log
            # is closed under it: no news.
            if not self._log.closed:
                report(error, "reading the log for the insights")

    def _read(self) -> Drawn:
        with self._reading, self._log.reading() as db:
            moment, stamp = now(), _stamp(db)
            facts = insights.read(db, int(moment.timestamp()))
            self._drawn = Drawn(facts, moment, stamp, now() - moment)
            return self._drawn

    def _stamp(self) -> _Stamp:
        with self._log.reading() as db:
            return _stamp(db)


def _stamp(db: Database) -> _Stamp:
    (stamp,) = db.execute(_STAMP).fetchall()
    return tuple(stamp)
