"""What the insights are drawn from: the log's posts as columns of numbers, read in one go."""

import re
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Final

import numpy as np
from sqlite_utils import Database

from agent.insights._statistics import Mask, Numbers, Whole

UNKNOWN: Final = -1

_POSTS = """
SELECT number, CAST(strftime('%s', posted_at) AS INTEGER), length(text), verdict, site,
    coalesce(permalink, page_url), parent_author, kind,
    parent_author IS NOT NULL OR parent_text IS NOT NULL OR coalesce(kind, '') IN ('reply', 'comment'),
    suggestion_taken IS NOT NULL
FROM posts ORDER BY posted_at, number
"""
_COUNTS = """
SELECT post, coalesce(likes, -1), coalesce(replies, -1), coalesce(shares, -1) FROM engagement
WHERE likes IS NOT NULL OR replies IS NOT NULL OR shares IS NOT NULL ORDER BY post, seen_at, id
"""
_SIGNALS = "SELECT DISTINCT name, post FROM signals"
_TEXTS = "SELECT number, text FROM posts WHERE length(text) >= 60 AND site IS NOT NULL"
_RECEIVED = """
SELECT CAST(strftime('%s', coalesce(written_at, seen_at)) AS INTEGER), waits = 0,
    (SELECT min(CAST(strftime('%s', at) AS INTEGER)) FROM (
        SELECT coalesce(own.written_at, own.seen_at) AS at FROM replies AS own
        WHERE own.post = other.post AND own.mine = 1 AND own.answers = other.address
        UNION ALL
        SELECT posts.posted_at FROM addresses JOIN posts ON posts.number = addresses.post
        WHERE addresses.thread = other.address
    ))
FROM replies AS other WHERE mine = 0 AND written_at IS NOT NULL ORDER BY 1
"""
_LINKS = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Names:
    """A column of names: `of` holds each post's place in `names`, or `UNKNOWN`."""

    names: tuple[str, ...]
    of: Whole

    def posts_named(self, name: str) -> Mask:
        """Which posts have this name."""
        place = self.names.index(name) if name in self.names else len(self.names)
        return np.asarray(self.of == place)


@dataclass(frozen=True)
class Received:
    """Answers to the person's posts: when each came, whether it was answered, after how many hours.

    `hours` is NaN where the answer isn't dated, or was none.
    """

    came: Whole
    answered: Mask
    hours: Numbers

    def between(self, since: int, until: int) -> "Received":
        """Only those that came from a moment on and before another."""
        kept = slice(*np.searchsorted(self.came, [since, until]).tolist())
        return Received(self.came[kept], self.answered[kept], self.hours[kept])


@dataclass(frozen=True, eq=False)
class Facts:
    """Columns, one value per post, oldest first. Times are seconds since 1970, UTC; `local` adds the zone."""

    number: Whole
    posted: Whole
    local: Whole
    length: Whole
    answers: Mask
    took_a_suggestion: Mask
    verdict: Names
    site: Names
    kind: Names
    community: Names
    author: Names
    text: Names
    """Only of texts that stand on several sites."""
    likes: Whole
    replies: Whole
    shares: Whole
    signals: dict[str, Mask]
    received: Received
    now: int

    @property
    def posts(self) -> int:
        """How many posts there are."""
        return len(self.number)

    def since(self, moment: int) -> "Facts":
        """Only the posts from a moment on."""
        received = self.received.between(moment, self.now + 1)
        return self._only(slice(int(np.searchsorted(self.posted, moment)), None), received)

    def between(self, since: int, until: int) -> "Facts":
        """Only the posts from a moment on and before another, told by this machine's clock (`local`)."""
        kept = np.flatnonzero((self.local >= since) & (self.local < until))
        return self._only(kept, self.received.between(since, until))

    def _only(self, kept: slice | Whole, received: Received) -> "Facts":
        changed: dict[str, object] = {
            "signals": {name: seen[kept] for name, seen in self.signals.items()},
            "received": received,
        }
        for field in fields(self):
            column = getattr(self, field.name)
            if isinstance(column, np.ndarray):
                changed[field.name] = column[kept]
            elif isinstance(column, Names):
                changed[field.name] = Names(column.names, column.of[kept])
        return replace(self, **changed)  # type: ignore[arg-type]


def read(db: Database, now: int) -> Facts:
    """Read the whole log; `now` is in seconds since 1970."""
    columns = list(zip(*db.execute(_POSTS).fetchall(), strict=True)) or [()] * 10
    number, posted, length = (_whole(column) for column in columns[:3])
    counts = _latest(db, number)
    return Facts(
        number=number,
        posted=posted,
        local=posted + _zone(posted),
        length=length,
        verdict=_names(columns[3]),
        site=_names(columns[4]),
        community=_names([_community(*each) for each in zip(columns[4], columns[5], strict=True)]),
        author=_names(columns[6]),
        kind=_names(columns[7]),
        answers=np.asarray(columns[8], dtype=bool),
        took_a_suggestion=np.asarray(columns[9], dtype=bool),
        text=_texts_on_several_sites(db, number, columns[4]),
        likes=counts[0],
        replies=counts[1],
        shares=counts[2],
        signals=_signals(db, number),
        received=_received(db),
        now=now,
    )


def _latest(db: Database, number: Whole) -> list[Whole]:
    """The newest known likes, replies and shares of each post."""
    rows = np.array(db.execute(_COUNTS).fetchall(), dtype=np.int64).reshape(-1, 4)
    place, there = _places(number, rows[:, 0])
    found = []
    for column in (1, 2, 3):
        latest = np.full(len(number), UNKNOWN, dtype=np.int64)
        told = there & (rows[:, column] >= 0)
        # Of several values for one place, numpy keeps the last: the newest.
        latest[place[told]] = rows[told, column]
        found.append(latest)
    return found


def _received(db: Database) -> Received:
    rows = db.execute(_RECEIVED).fetchall()
    came = _whole([row[0] for row in rows])
    back = np.array([np.nan if row[2] is None else row[2] for row in rows], dtype=np.float64)
    hours = np.where(back > came, (back - came) / 3600, np.nan)
    return Received(came, np.array([row[1] for row in rows], dtype=bool), hours)


def _signals(db: Database, number: Whole) -> dict[str, Mask]:
    seen: dict[str, list[int]] = {}
    for name, post in db.execute(_SIGNALS):
        seen.setdefault(name, []).append(post)
    found = {}
    for name, posts in sorted(seen.items()):
        place, there = _places(number, _whole(posts))
        found[name] = np.zeros(len(number), dtype=bool)
        found[name][place[there]] = True
    return found


def _texts_on_several_sites(db: Database, number: Whole, sites: Sequence[str | None]) -> Names:
    site_of = dict(zip(number.tolist(), sites, strict=True))
    standing: dict[str, list[int]] = {}
    for post, text in db.execute(_TEXTS):
        standing.setdefault(_words(text), []).append(post)
    several = {text: posts for text, posts in standing.items() if len({site_of[each] for each in posts}) > 1}
    text_of = {post: text for text, posts in several.items() for post in posts}
    return _names([text_of.get(each) for each in number.tolist()])


def _words(text: str) -> str:
    """A text without what differs from site to site: links, case, white space."""
    return " ".join(_LINKS.sub(" ", text).casefold().split())


def _places(number: Whole, wanted: Whole) -> tuple[Whole, Mask]:
    """Where the wanted posts stand among `number` (in any order), and which are there at all."""
    order = np.argsort(number)
    place = np.searchsorted(number, wanted, sorter=order)
    there = place < len(number)
    found = order[np.minimum(place, max(len(number) - 1, 0))] if len(number) else place
    return found, there & (number[found] == wanted) if len(number) else there


def _names(values: Iterable[str | None]) -> Names:
    places: dict[str, int] = {}
    of = [UNKNOWN if value is None else places.setdefault(value, len(places)) for value in values]
    return Names(tuple(places), _whole(of))


def _whole(values: Sequence[int]) -> Whole:
    return np.asarray(values, dtype=np.int64)


def _zone(posted: Whole) -> Whole:
    """This machine's distance from UTC at each moment, in seconds; it changes on full hours only."""
    hours, of = np.unique(posted // 3600, return_inverse=True)
    return _whole([time.localtime(hour * 3600).tm_gmtoff for hour in hours.tolist()])[of]


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
