"""X, then Twitter, until 2018: a page per month and one table, without counts."""

from collections.abc import Iterator
from typing import Any

from pydantic import AliasChoices, Field

from agent.importers._archive import Archive
from agent.importers._csv import csv_records, has_columns
from agent.importers._dates import When
from agent.importers._importer import Importer, Wishes
from agent.importers._json import json_records
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of
from agent.importers._text import beginning
from agent.importers.x import permalink, unescaped

_TABLE = r"tweets\.csv"
_MONTHS = r"\d{4}_\d\d\.js"
_COLUMNS = {"tweet id", "timestamp", "text"}


class _User(Shape):
    screen_name: str | None = None


class _Tweet(Shape):
    id: str = Field(validation_alias=AliasChoices("tweet id", "id_str", "id"), pattern=r"^\d+$")
    made_at: When = Field(validation_alias=AliasChoices("timestamp", "created_at"))
    text: str
    answers: str | None = Field(
        None, validation_alias=AliasChoices("in reply to status id", "in_reply_to_status_id_str")
    )
    answers_whom: str | None = Field(None, validation_alias="in_reply_to_screen_name")
    repeats: Any = Field(None, validation_alias=AliasChoices("retweeted status id", "retweeted_status"))
    user: _User = _User()


def _knows(archive: Archive) -> bool:
    return has_columns(archive, _TABLE, _COLUMNS) or any(
        "Grailbird.data" in beginning(archive.open(name), 200) for name in archive.find(_MONTHS)
    )


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    # The pages per month say whom a post answers, the table doesn't; the posts are the same.
    months = archive.find(_MONTHS)
    yield from found_in(
        records_of(archive, months or archive.find(_TABLE), json_records if months else _rows), _post
    )


def _rows(stream: Any, name: str) -> Records:
    return csv_records(stream, name, _COLUMNS)


def _post(record: Record) -> Found:
    tweet = _Tweet.model_validate(record.data)
    if tweet.repeats or tweet.text.startswith("RT @"):
        return LeftOut(why="repost", where=record.where)
    return ImportedPost(
        site="x",
        source_id=tweet.id,
        text=unescaped(tweet.text),
        posted_at=tweet.made_at,
        kind="reply" if tweet.answers else "post",
        permalink=permalink(tweet.user.screen_name, tweet.id),
        parent_author=tweet.answers_whom if tweet.answers else None,
        parent_permalink=permalink(tweet.answers_whom, tweet.answers) if tweet.answers else None,
    )


importer = Importer(
    name="x_before_2018",
    title="Twitter before 2018",
    how_to_get="This was Twitter's archive until 2018: the zip with tweets.csv.",
    files=(_TABLE, _MONTHS),
    knows=_knows,
    read=_read,
)
