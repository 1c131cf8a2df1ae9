"""The table that X's analytics gives: what came back for each post, beside its text."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from pydantic import AliasChoices, Field

from agent.importers._archive import Archive
from agent.importers._counts import Seen
from agent.importers._csv import csv_records, files_with, has_columns
from agent.importers._dates import When, x_moment
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost
from agent.importers._records import Record, Shape, found_in, records_of
from agent.schemas.engagement import Counts

_TABLE = r".*\.csv"
_COLUMNS = {"post id", "date", "post text", "impressions"}


class _Row(Shape):
    id: str = Field(validation_alias="post id", pattern=r"^\d+$")
    day: When = Field(validation_alias="date")
    text: str = Field(validation_alias="post text")
    link: str | None = Field(None, validation_alias="post link")
    views: Seen = Field(None, validation_alias="impressions")
    likes: Seen = None
    replies: Seen = None
    shares: Seen = Field(None, validation_alias=AliasChoices("reposts", "retweets"))


def _knows(archive: Archive) -> bool:
    return has_columns(archive, _TABLE, _COLUMNS)


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    def post(record: Record) -> Found:
        row = _Row.model_validate(record.data)
        return ImportedPost(
            site="x",
            source_id=row.id,
            text=row.text,
            posted_at=_moment(row),
            kind="reply" if row.text.startswith("@") else "post",
            permalink=row.link,
            counts=Counts(likes=row.likes, replies=row.replies, shares=row.shares, views=row.views),
            counted_at=archive.made_at,
        )

    tables = files_with(archive, _TABLE, _COLUMNS)
    yield from found_in(
        records_of(archive, tables, lambda stream, name: csv_records(stream, name, _COLUMNS)), post
    )


def _moment(row: _Row) -> datetime:
    """The table names the day, in the account's zone; the id tells the moment in it."""
    by_id = x_moment(row.id)
    return by_id if by_id and abs(by_id - row.day) <= timedelta(days=2) else row.day


importer = Importer(
    name="x_analytics",
    title="X analytics",
    how_to_get="On X: Analytics, Content, Export data.",
    files=(_TABLE,),
    knows=_knows,
    read=_read,
)
