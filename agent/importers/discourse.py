"""Discourse: the archive of posts of one forum, with likes and replies. Private messages are left out."""

import io
from collections.abc import Iterator

from pydantic import Field

from agent.importers._archive import Archive
from agent.importers._counts import Seen
from agent.importers._csv import csv_records, files_with, has_columns
from agent.importers._dates import When
from agent.importers._html import words_of
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of
from agent.schemas.engagement import Counts

_TABLE = r"user_archive.*\.csv"
_COLUMNS = {"topic title", "is pm", "url", "created at"}
_NO = {"no", "false", "f", "0"}


class _Row(Shape):
    title: str = Field("", validation_alias="topic title")
    categories: str = ""
    private: str = Field("", validation_alias="is pm")
    raw: str = Field("", validation_alias="post raw")
    cooked: str = Field("", validation_alias="post cooked")
    post: str = ""
    likes: Seen = Field(None, validation_alias="like count")
    replies: Seen = Field(None, validation_alias="reply count")
    url: str
    made_at: When = Field(validation_alias="created at")

    @property
    def is_public(self) -> bool:
        """Said in the forum's language; where that isn't English, a public topic still has a category."""
        return self.private.casefold() in _NO or (
            self.private.casefold() not in ("yes", "true", "t", "1") and self.categories not in ("", "-")
        )


def _knows(archive: Archive) -> bool:
    return has_columns(archive, _TABLE, _COLUMNS)


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    def records(stream: io.BufferedReader, name: str) -> Records:
        return csv_records(stream, name, _COLUMNS)

    def post(record: Record) -> Found:
        row = _Row.model_validate(record.data)
        if not row.is_public:
            return LeftOut(why="private", where=record.where)
        text = row.raw or row.post or words_of(row.cooked)
        if not text.strip():
            return LeftOut(why="no_words", where=record.where)
        topic, _, number = row.url.rpartition("/")
        first = number == "1"
        return ImportedPost(
            site="discourse",
            source_id=row.url,
            text=f"{row.title}\n\n{text}" if first and row.title else text,
            posted_at=row.made_at,
            kind="post" if first else "reply",
            permalink=row.url,
            parent_permalink=None if first else topic,
            thread_title=None if first else row.title,
            counts=Counts(likes=row.likes, replies=row.replies),
            counted_at=archive.made_at,
        )

    yield from found_in(records_of(archive, files_with(archive, _TABLE, _COLUMNS), records), post)


importer = Importer(
    name="discourse",
    title="Discourse",
    how_to_get="On the forum: your profile, Activity, Download all.",
    files=(_TABLE,),
    knows=_knows,
    read=_read,
)
