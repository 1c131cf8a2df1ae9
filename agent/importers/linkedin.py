"""LinkedIn: shares and comments of the complete archive. It holds no counts, and of comments no author."""

import io
import re
from collections.abc import Iterator
from urllib.parse import unquote

from pydantic import Field

from agent.importers._archive import Archive
from agent.importers._csv import csv_records, files_with, has_columns
from agent.importers._dates import When, linkedin_moment, when
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of

_SHARES = r"shares.*\.csv"
_COMMENTS = r"comments.*\.csv"
_SHARE_COLUMNS = {"date", "sharelink", "sharecommentary"}
_COMMENT_COLUMNS = {"date", "link", "message"}
_LINE_ENDS = re.compile(r'("?)\r?\n("?)')
_UPDATE = re.compile(r"urn:li:\w+:(\d+)")


class _Share(Shape):
    date: str = ""
    link: str = Field("", validation_alias="sharelink")
    text: str = Field(validation_alias="sharecommentary")
    shared: str = Field("", validation_alias="sharedurl")


class _Comment(Shape):
    date: When
    link: str = ""
    text: str = Field(validation_alias="message")


def update_id(link: str) -> str | None:
    """The number in an update's address, whether that is a share, a ugcPost or an activity."""
    found = _UPDATE.search(unquote(link))
    return found[1] if found else None


def _knows(archive: Archive) -> bool:
    return has_columns(archive, _SHARES, _SHARE_COLUMNS) or has_columns(archive, _COMMENTS, _COMMENT_COLUMNS)


def _near_miss(archive: Archive) -> str | None:
    if archive.find(r"connections\.csv") and archive.find(r"(profile|messages|invitations|positions)\.csv"):
        return (
            "This LinkedIn export holds neither posts nor comments: ask LinkedIn for the larger one (the "
            "complete archive), which takes up to a day."
        )
    return None


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    def shares(stream: io.BufferedReader, name: str) -> Records:
        return csv_records(stream, name, _SHARE_COLUMNS)

    # Here, and only here, LinkedIn puts a backslash before quotes.
    def comments(stream: io.BufferedReader, name: str) -> Records:
        return csv_records(stream, name, _COMMENT_COLUMNS, escape="\\")

    yield from found_in(records_of(archive, files_with(archive, _SHARES, _SHARE_COLUMNS), shares), _share)
    yield from found_in(
        records_of(archive, files_with(archive, _COMMENTS, _COMMENT_COLUMNS), comments), _comment
    )


def _share(record: Record) -> Found:
    share = _Share.model_validate(record.data)
    text = _with_plain_line_ends(share.text).strip()
    if not text:
        return LeftOut(why="repost" if share.shared else "no_words", where=record.where)
    number = update_id(share.link)
    by_id = linkedin_moment(number) if number else None
    return ImportedPost(
        site="linkedin",
        source_id=number,
        text=text,
        posted_at=when(share.date or by_id),
        kind="share" if share.shared else "post",
        permalink=unquote(share.link),
    )


def _with_plain_line_ends(text: str) -> str:
    """LinkedIn long put each line end in quotes, or none: beside a plain one, quotes are the person's own."""
    if all(before and after for before, after in _LINE_ENDS.findall(text)):
        return _LINE_ENDS.sub("\n", text)
    return text


def _comment(record: Record) -> Found:
    if not record.data.get("date", "").strip():
        sentence = "LinkedIn left out when this comment was made, so it can't be placed."
        return ImportProblem(kind="no_date", where=record.where, sentence=sentence)
    comment = _Comment.model_validate(record.data)
    if not comment.text.strip():
        return LeftOut(why="no_words", where=record.where)
    return ImportedPost(
        site="linkedin",
        text=comment.text,
        posted_at=comment.date,
        kind="comment",
        parent_permalink=unquote(comment.link),
    )


importer = Importer(
    name="linkedin",
    title="LinkedIn",
    how_to_get="On LinkedIn: Settings, Data privacy, Get a copy of your data, the larger archive.",
    files=(_SHARES, _COMMENTS),
    knows=_knows,
    read=_read,
    near_miss=_near_miss,
)
