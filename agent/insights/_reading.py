"""Reads the log into the facts, some rows at a time: all at once, a million posts would fill the memory."""

import re
import time
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

import numpy as np
from sqlite_utils import Database

from agent.insights._facts import UNKNOWN, Facts, Names, Received
from agent.insights._statistics import Mask, Whole

_AT_ONCE: Final = 10_000
_POSTS: Final = """
SELECT number, CAST(strftime('%s', posted_at) AS INTEGER), length(text), verdict, site,
    coalesce(permalink, page_url), parent_author, kind,
    parent_author IS NOT NULL OR parent_text IS NOT NULL OR coalesce(kind, '') IN ('reply', 'comment'),
    suggestion_taken IS NOT NULL
FROM posts ORDER BY posted_at, number
"""
_COUNTS: Final = """
SELECT post, coalesce(likes, -1), coalesce(replies, -1), coalesce(shares, -1) FROM engagement
WHERE likes IS NOT NULL OR replies IS NOT NULL OR shares IS NOT NULL ORDER BY post, seen_at, id
"""
_SIGNALS: Final = "SELECT name, post FROM signals"
_TEXTS: Final = "SELECT number, text FROM posts WHERE length(text) >= 60 AND site IS NOT NULL"
_TEXT: Final = "SELECT text FROM posts WHERE number = ?"
_RECEIVED: Final = """
SELECT CAST(strftime('%s', coalesce(written_at, seen_at)) AS INTEGER), waits = 0,
    coalesce((SELECT min(CAST(strftime('%s', at) AS INTEGER)) FROM (
        SELECT coalesce(own.written_at, own.seen_at) AS at FROM replies AS own
        WHERE own.post = other.post AND own.mine = 1 AND own.answers = other.address
        UNION ALL
        SELECT posts.posted_at FROM addresses JOIN posts ON posts.number = addresses.post
        WHERE addresses.thread = other.address
    )), -1), post
FROM replies AS other WHERE mine = 0 AND written_at IS NOT NULL ORDER BY 1
"""
_LINKS: Final = re.compile(r"https?://\S+", re.IGNORECASE)


class _Numbers:
    """Numbers as they come."""

    def __init__(self) -> None:
        self._parts = [np.empty(0, dtype=np.int64)]

    def add(self, numbers: Iterable[int]) -> None:
        """Take some more of them."""
        self._parts.append(np.fromiter(numbers, dtype=np.int64))

    def all(self) -> Whole:
        """All of them."""
        return np.concatenate(self._parts)


class _Column:
    """Names as they come, kept as numbers."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._of = _Numbers()

    def add(self, names: Iterable[str | None]) -> None:
        """Take some more of them, None for an unknown one."""
        places = self._places
        self._of.add(UNKNOWN if name is None else places.setdefault(name, len(places)) for name in names)

    def names(self) -> Names:
        """All of them."""
        return Names(tuple(self._places), self._of.all())


class _Places:
    """Where posts stand among `number`, which is in any order."""

    def __init__(self, number: Whole) -> None:
        self.number = number
        self._order = np.argsort(number)
        self._sorted = number[self._order]

    def of(self, wanted: Whole) -> tuple[Whole, Mask]:
        """The places of the wanted posts, and which are there at all."""
        if not len(self.number):
            return np.zeros(len(wanted), dtype=np.int64), np.zeros(len(wanted), dtype=bool)
        found = np.minimum(np.searchsorted(self._sorted, wanted), len(self.number) - 1)
        return self._order[found], np.asarray(self._sorted[found] == wanted)


def read(db: Database, now: int) -> Facts:
    """Read the whole log; `now` is in seconds since 1970."""
    plain = [_Numbers() for _ in range(5)]
    verdict, site, community, author, kind = (_Column() for _ in range(5))
    for rows in _batches(db, _POSTS):
        columns = list(zip(*rows, strict=True))
        for numbers, values in zip(plain, (*columns[:3], *columns[8:]), strict=True):
            numbers.add(values)
        verdict.add(columns[3])
        site.add(columns[4])
        community.add(_community(*each) for each in zip(columns[4], columns[5], strict=True))
        author.add(columns[6])
        kind.add(columns[7])
    number, posted, length, answers, taken = (column.all() for column in plain)
    places = _Places(number)
    likes, replies, shares = _latest(db, places)
    return Facts(
        number=number,
        posted=posted,
        local=posted + _zone(posted),
        length=length,
        verdict=verdict.names(),
        site=site.names(),
        community=community.names(),
        author=author.names(),
        kind=kind.names(),
        answers=answers.astype(bool),
        took_a_suggestion=taken.astype(bool),
        text=_texts_on_several_sites(db, places, site.names()),
        likes=likes,
        replies=replies,
        shares=shares,
        signals=_signals(db, places),
        received=_received(db),
        now=now,
    )


def _batches(db: Database, sql: str) -> Iterator[list[tuple[Any, ...]]]:
    cursor = db.execute(sql)
    while rows := cursor.fetchmany(_AT_ONCE):
        yield rows


def _latest(db: Database, places: _Places) -> list[Whole]:
    """The newest known likes, replies and shares of each post."""
    latest = [np.full(len(places.number), UNKNOWN, dtype=np.int64) for _ in range(3)]
    for rows in _batches(db, _COUNTS):
        post, *counts = np.array(rows, dtype=np.int64).T
        place, there = places.of(post)
        for found, count in zip(latest, counts, strict=True):
            told = there & (count >= 0)
            # Of several values for one place, numpy keeps the last: the newest.
            found[place[told]] = count[told]
    return latest


def _received(db: Database) -> Received:
    post, came, answered, back = (_Numbers() for _ in range(4))
    for rows in _batches(db, _RECEIVED):
        for column, values in zip((came, answered, back, post), zip(*rows, strict=True), strict=True):
            column.add(values)
    since = back.all() - came.all()
    hours = np.where(since > 0, since / 3600, np.nan)
    return Received(post.all(), came.all(), answered.all().astype(bool), hours)


def _signals(db: Database, places: _Places) -> dict[str, Mask]:
    found: dict[str, Mask] = {}
    for rows in _batches(db, _SIGNALS):
        seen: dict[str, list[int]] = {}
        for name, post in rows:
            seen.setdefault(name, []).append(post)
        for name, posts in seen.items():
            place, there = places.of(np.array(posts, dtype=np.int64))
            found.setdefault(name, np.zeros(len(places.number), dtype=bool))[place[there]] = True
    return dict(sorted(found.items()))


def _texts_on_several_sites(db: Database, places: _Places, site: Names) -> Names:
    """Each text that stands on several sites, for the posts that have it; compared by their hashes."""
    posts, hashes = _Numbers(), _Numbers()
    for rows in _batches(db, _TEXTS):
        posts.add(post for post, _ in rows)
        hashes.add(hash(_words(text)) for _, text in rows)
    place, there = places.of(posts.all())
    place, text = place[there], hashes.all()[there]
    order = np.argsort(text, kind="stable")
    place, firsts = place[order], np.flatnonzero(np.diff(text[order])) + 1
    text_of = np.full(len(places.number), UNKNOWN, dtype=np.int64)
    names: list[str] = []
    for standing in np.split(place, firsts):
        if len(standing) > 1 and len(set(site.of[standing].tolist())) > 1:
            text_of[standing] = len(names)
            (said,) = db.execute(_TEXT, [int(places.number[standing[0]])]).fetchone()
            names.append(_words(said))
    return Names(tuple(names), text_of)


def _words(text: str) -> str:
    """A text without what differs from site to site: links, case, white space."""
    return " ".join((_LINKS.sub(" ", text) if "://" in text else text).casefold().split())


def _zone(posted: Whole) -> Whole:
    """This machine's distance from UTC at each moment, in seconds; it changes on full hours only."""
    hours, of = np.unique(posted // 3600, return_inverse=True)
    zones = [time.localtime(hour * 3600).tm_gmtoff for hour in hours.tolist()]
    return np.array(zones, dtype=np.int64)[of]


@lru_cache(maxsize=4096)
def _place_of(address: str) -> str:
    _, _, rest = address.partition("://")
    host, *path = rest.split("/")
    host = host.removeprefix("www.")
    if len(path) > 1 and path[0] == "r":
        return f"r/{path[1]}"
    return "/".join([host, *path])


def _community(site: str | None, address: str | None) -> str | None:
    """Where a post stands: a subreddit, a project on GitHub, else the host; None where that isn't known."""
    if not address or "://" not in address:
        return site
    kept = {"reddit": 5, "github": 5}.get(site or "", 3)
    return _place_of("/".join(address.split("#")[0].split("?")[0].split("/")[:kept]))
