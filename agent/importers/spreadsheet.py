"""Any table with a post in each row, saved as CSV: from Buffer, Hootsuite, or made by hand.

Which column is which is said by the person, or by the usual names.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from agent.importers._archive import Archive
from agent.importers._counts import Seen
from agent.importers._csv import column_name, csv_records, csv_start
from agent.importers._dates import When
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of
from agent.schemas.engagement import Counts

_TABLE = r".*\.csv"
_MOST_NAMES = 40
_LONGEST_NAME = 60
USUAL_NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "post text", "message", "post message", "caption", "content", "update text", "post"),
    "date": ("date", "date (gmt)", "sent at", "posted at", "published", "publish time", "created at", "time"),
    "permalink": ("permalink", "link", "url", "post link", "post url", "post permalink"),
    "id": ("post id", "id"),
    "site": ("site", "network", "social network", "service", "channel", "platform"),
    "likes": ("likes", "reactions", "favorites", "favourites"),
    "replies": ("replies", "comments"),
    "shares": ("shares", "reposts", "retweets", "boosts"),
    "views": ("views", "impressions"),
}
FACTS: Final = tuple(USUAL_NAMES)
"""Whose column the person can tell."""
_HOSTS = {
    "x.com": "x",
    "twitter.com": "x",
    "linkedin.com": "linkedin",
    "facebook.com": "facebook",
    "instagram.com": "instagram",
    "threads.net": "threads",
    "threads.com": "threads",
    "bsky.app": "bluesky",
    "reddit.com": "reddit",
    "youtube.com": "youtube",
    "tumblr.com": "tumblr",
    "news.ycombinator.com": "hackernews",
}
_SITES = {"twitter": "x", "twitter/x": "x", "hacker news": "hackernews"}


class _Row(Shape):
    text: str
    date: When
    permalink: str | None = None
    id: str | None = None
    site: str = ""
    likes: Seen = None
    replies: Seen = None
    shares: Seen = None
    views: Seen = None


def _knows(archive: Archive) -> bool:
    tables = archive.find(_TABLE)
    return len(tables) == 1 and any(len(row) > 1 for row in csv_start(archive, tables[0]))


def _read(archive: Archive, wishes: Wishes) -> Iterator[Found]:
    for name in archive.find(_TABLE):
        rows = csv_start(archive, name)
        columns = _columns(rows, wishes.columns)
        if not {"text", "date"} <= columns.keys():
            yield _which_columns(name, rows, wishes.columns)
        else:
            yield from _posts(archive, name, columns, wishes.site)


def _columns(rows: list[list[str]], said: Mapping[str, str]) -> dict[str, str]:
    """The column of each fact, by the first row that has one for both text and date."""
    for row in rows:
        there = {column_name(cell) for cell in row}
        named = {fact: column_name(column) for fact, column in said.items()}
        usual = {
            fact: next((each for each in names if each in there), None) for fact, names in USUAL_NAMES.items()
        }
        found = {fact: column for fact, column in {**usual, **named}.items() if column in there and column}
        if {"text", "date"} <= found.keys():
            return found
    return {}


def _which_columns(name: str, rows: list[list[str]], said: Mapping[str, str]) -> ImportProblem:
    first = next((row for row in rows if len(row) > 1), [])
    cells = [" ".join(cell.split())[:_LONGEST_NAME] for cell in first[:_MOST_NAMES]]
    header = ", ".join(f"“{cell}”" for cell in cells if cell)
    there = {column_name(cell) for row in rows for cell in row}
    missing = [column for column in said.values() if column_name(column) not in there]
    wrong = f"There is no column “{missing[0]}”. " if missing else ""
    sentence = f"{wrong}Say which column holds the text and which the date; there are {header or 'none'}."
    return ImportProblem(kind="unanswered", where=name, sentence=sentence, asks=("text", "date"))


def _posts(archive: Archive, name: str, columns: dict[str, str], site: str | None) -> Iterator[Found]:
    def records(stream: io.BufferedReader, name: str) -> Records:
        return csv_records(stream, name, set(columns.values()))

    def post(record: Record) -> Found:
        values: dict[str, Any] = {fact: record.data.get(column, "") for fact, column in columns.items()}
        row = _Row.model_validate(values)
        if not row.text.strip():
            return LeftOut(why="no_words", where=record.where)
        where = site or _site(row)
        if where is None:
            sentence = "It can't be told which site this was posted on: say which one the table is of."
            return ImportProblem(kind="unanswered", where=record.where, sentence=sentence, asks=("site",))
        return ImportedPost(
            site=where,
            source_id=row.id or None,
            text=row.text,
            posted_at=row.date,
            kind="post",
            permalink=row.permalink,
            counts=Counts(likes=row.likes, replies=row.replies, shares=row.shares, views=row.views),
            counted_at=archive.made_at,
        )

    yield from found_in(records_of(archive, [name], records), post)


def _site(row: _Row) -> str | None:
    named = row.site.strip().casefold()
    if named:
        return _SITES.get(named, named)[:100]
    try:
        host = (urlsplit(row.permalink or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    return _HOSTS.get(host, host or None)


importer = Importer(
    name="spreadsheet",
    title="a table (CSV)",
    how_to_get="Save any table with a text and a date in each row as CSV.",
    files=(_TABLE,),
    knows=_knows,
    read=_read,
    last_resort=True,
)
