"""Reddit: posts and comments of a data request. It holds neither scores nor what was answered."""

import io
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from pydantic import AliasChoices, Field

from agent.importers._archive import Archive
from agent.importers._csv import csv_records, files_with, has_columns
from agent.importers._dates import When
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of

_POSTS = r"posts.*\.csv"
_COMMENTS = r"comments.*\.csv"
_POST_COLUMNS = {"id", "permalink", "date", "subreddit", "title", "body"}
_COMMENT_COLUMNS = {"id", "permalink", "date", "subreddit", "link", "body"}
_SITE = "https://www.reddit.com"
_GONE = ("[deleted]", "[removed]")
_THREAD = re.compile(r"/comments/([0-9a-z]+)")


class _Row(Shape):
    id: str = Field(min_length=1)
    permalink: str = ""
    made_at: When = Field(validation_alias="date")
    title: str = ""
    url: str = ""
    link: str = ""
    parent: str = ""
    text: str = Field("", validation_alias=AliasChoices("body"))


def _knows(archive: Archive) -> bool:
    return has_columns(archive, _POSTS, _POST_COLUMNS) or has_columns(archive, _COMMENTS, _COMMENT_COLUMNS)


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    def posts(stream: io.BufferedReader, name: str) -> Records:
        return csv_records(stream, name, _POST_COLUMNS)

    def comments(stream: io.BufferedReader, name: str) -> Records:
        return csv_records(stream, name, _COMMENT_COLUMNS)

    yield from found_in(records_of(archive, files_with(archive, _POSTS, _POST_COLUMNS), posts), _post)
    yield from found_in(
        records_of(archive, files_with(archive, _COMMENTS, _COMMENT_COLUMNS), comments), _comment
    )


def _post(record: Record) -> Found:
    row = _Row.model_validate(record.data)
    if row.text in _GONE or row.title in _GONE:
        return LeftOut(why="deleted", where=record.where)
    address = _absolute(row.permalink)
    target = _absolute(row.url)
    links_away = bool(target) and urlsplit(target).path != urlsplit(address or "").path
    return ImportedPost(
        site="reddit",
        source_id=f"t3_{_bare(row.id)}",
        text="\n\n".join(part for part in (row.title, row.text, target if links_away else "") if part),
        posted_at=row.made_at,
        kind="post",
        permalink=address or f"{_SITE}/comments/{_bare(row.id)}/",
    )


def _comment(record: Record) -> Found:
    row = _Row.model_validate(record.data)
    if row.text in _GONE:
        return LeftOut(why="deleted", where=record.where)
    thread = _THREAD.search(row.link)
    number = thread[1] if thread else "_"
    # Without a parent, and with the post as the parent, it answers the post.
    answers_comment = not row.parent.startswith("t3_") and _bare(row.parent) not in ("", number)
    return ImportedPost(
        site="reddit",
        source_id=f"t1_{_bare(row.id)}",
        text=row.text,
        posted_at=row.made_at,
        kind="reply" if answers_comment else "comment",
        permalink=_absolute(row.permalink) or f"{_SITE}/comments/{number}/_/{_bare(row.id)}/",
        parent_permalink=(
            f"{_SITE}/comments/{number}/_/{_bare(row.parent)}/" if answers_comment else _absolute(row.link)
        ),
    )


def _bare(name: str) -> str:
    """`lq7a2b9` of `t1_lq7a2b9`, as older exports have it."""
    return re.sub(r"^t\d_", "", name)


def _absolute(address: str) -> str | None:
    return f"{_SITE}{address}" if address.startswith("/") else address or None


importer = Importer(
    name="reddit",
    title="Reddit",
    how_to_get="On reddit.com/settings/data-request.",
    files=(_POSTS, _COMMENTS),
    knows=_knows,
    read=_read,
)
