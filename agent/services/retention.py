"""Lets posts go that are older than the person wants them kept, site by site."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlite_utils import Database

from agent.problems import Invalid
from agent.schemas.fields import iso
from agent.store import Log, posts
from agent.store import retention as rows
from agent.store.clock import now

LONGEST = 1_200
"""Months."""
_BATCH = 500


class Older(NamedTuple):
    """How many posts are older than the rule of a site keeps them."""

    site: str
    months: int
    posts: int


class Retention:
    """How long posts are kept: for ever where nothing is said."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._done_on: date | None = None
        self._something_went = False

    def rules(self) -> dict[str, int]:
        """Months by site; `*` is for every site without a line of its own."""
        with self._log.reading() as db:
            return rows.rules(db)

    def keep(self, site: str, months: int | None) -> None:
        """Keep the posts of a site for so many months, or for ever (None); raises `Invalid`."""
        self.keep_all({site: months})

    def keep_all(self, rules: Mapping[str, int | None]) -> None:
        """As `keep`, for all of these sites, or for none where one rule doesn't fit."""
        with self._log.writing() as db:
            for site, months in rules.items():
                _check(site, months)
                rows.keep(db, site, months)
        self._done_on = None

    def older(self, rules: Mapping[str, int | None]) -> list[Older]:
        """The posts that go where `keep_all` is told this, by each rule by which some go."""
        moment = now()
        with self._log.reading() as db:
            kept = {
                site: months for site, months in {**rows.rules(db), **rules}.items() if months is not None
            }
            found = [
                Older(site, months, rows.count_older(db, site, iso(_months_before(moment, months)), kept))
                for site, months in kept.items()
            ]
        return [each for each in found if each.posts]

    def apply_some(self) -> bool:
        """Delete some posts that are older than they are kept; whether there may be more. Once a day."""
        today = now().date()
        if self._done_on == today:
            return False
        with self._log.writing() as db:
            kept = borders(db)
            gone = sum(
                rows.delete_older(db, site, iso(border), kept, _BATCH) for site, border in kept.items()
            )
        self._something_went |= gone > 0
        if gone:
            return True
        if self._something_went:
            with self._log.writing() as db:
                posts.forget_words(db)
            self._log.forget_deleted()
        self._done_on, self._something_went = today, False
        return False


def _check(site: str, months: int | None) -> None:
    if not 0 < len(site) <= 100 or (months is not None and not 1 <= months <= LONGEST):
        raise Invalid(f"Name a site, and a number of months from 1 to {LONGEST:,}, or none for ever.")


def borders(db: Database) -> dict[str, datetime]:
    """From when on posts are kept, by site, as in the rules."""
    moment = now()
    return {site: _months_before(moment, months) for site, months in rows.rules(db).items()}


def is_past(borders: Mapping[str, datetime], site: str | None, posted_at: datetime) -> bool:
    """Whether a post, were it in the log, would go since it is older than posts of its site are kept."""
    border = borders.get(site or rows.ELSEWHERE, borders.get(rows.ELSEWHERE))
    return border is not None and posted_at < border


def _months_before(moment: datetime, months: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    year, month = max(year, 2), month + 1
    # The last day of the month where it has no such day.
    return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))
