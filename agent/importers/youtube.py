"""YouTube: comments from Google Takeout, in the tables of all years and languages. No likes, no titles."""

import io
import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from agent.importers._archive import Archive
from agent.importers._csv import column_name, csv_records, csv_start
from agent.importers._dates import When, moment
from agent.importers._guard import Unreadable
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of

_TABLE = r".*\.csv"
_ENGLISH = {"comment id", "video id", "comment text"}
_CHAT = "live chat id"
"""Of the table of what was called into live streams, which can't be visited."""
# Column names are translated, their order isn't; each number of columns is one generation of the table.
_GENERATIONS = {
    6: "comment channel made_at price video text",
    7: "comment channel made_at price parent video text",
    9: "comment channel made_at price parent post video text top",
}


class _Row(Shape):
    comment: str
    made_at: When
    parent: str = ""
    post: str = ""
    video: str = ""
    text: str

    @property
    def page(self) -> str | None:
        """Where the comment stands: a video, or a post of the channel."""
        if self.post:
            return f"https://www.youtube.com/post/{self.post}"
        return f"https://www.youtube.com/watch?v={self.video}" if self.video else None

    def address(self, comment: str) -> str | None:
        """Where one of the comments there can be seen."""
        return f"{self.page}{'?' if self.post else '&'}lc={comment}" if self.page else None


def _knows(archive: Archive) -> bool:
    return bool(_tables(archive))


def _near_miss(archive: Archive) -> str | None:
    if archive.find(r"my-comments\.html"):
        return (
            "This YouTube export is from before 2023 and made of web pages: ask Google Takeout for it again."
        )
    return None


def _tables(archive: Archive) -> list[str]:
    return [name for name in archive.find(_TABLE) if _is_table(csv_start(archive, name))]


def _is_table(rows: list[list[str]]) -> bool:
    if not rows:
        return False
    names = set(map(column_name, rows[0]))
    if names >= _ENGLISH or _CHAT in names:
        return _CHAT not in names
    if len(rows) < 2 or len(rows[1]) != len(rows[0]) or len(rows[0]) not in _GENERATIONS:
        return False
    with suppress(ValueError):
        return rows[1][1].startswith("UC") and bool(moment(rows[1][2]))
    return False


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    def records(stream: io.BufferedReader, name: str) -> Records:
        header = next(iter(csv_start(archive, name)))
        names = [column_name(cell) for cell in header]
        order = _order(names)
        if order is None:
            raise Unreadable(f"{name} has columns that no export of YouTube is known to have.")
        for record in csv_records(stream, name, set(names)):
            if isinstance(record, Record):
                values = [record.data[each] for each in names]
                yield Record(record.where, dict(zip(order, values, strict=False)))
            else:
                yield record

    yield from found_in(records_of(archive, _tables(archive), records), _comment)


def _order(names: list[str]) -> list[str] | None:
    english = {
        "comment id": "comment",
        "comment create timestamp": "made_at",
        "parent comment id": "parent",
        "post id": "post",
        "video id": "video",
        "comment text": "text",
    }
    if set(names) >= _ENGLISH:
        return [english.get(name, name) for name in names]
    generation = _GENERATIONS.get(len(names))
    return generation.split() if generation else None


def _comment(record: Record) -> Found:
    row = _Row.model_validate(record.data)
    text = _text(row.text)
    if not text.strip():
        return LeftOut(why="no_words", where=record.where)
    return ImportedPost(
        site="youtube",
        source_id=row.comment,
        text=text,
        posted_at=row.made_at,
        kind="reply" if row.parent else "comment",
        permalink=row.address(row.comment),
        parent_permalink=row.address(row.parent) if row.parent else row.page,
    )


def _text(cell: str) -> str:
    """The words of a comment: JSON pieces with commas between them, in older tables in one wrapper."""
    try:
        pieces: Any = json.loads(f"[{cell}]", strict=False)
    except (ValueError, RecursionError):
        return cell
    if len(pieces) == 1 and isinstance(pieces[0], dict) and "takeoutSegments" in pieces[0]:
        pieces = pieces[0]["takeoutSegments"]
    if not isinstance(pieces, list) or not all(isinstance(each, dict) for each in pieces):
        return cell
    return "".join(str(each.get("text", "")) for each in pieces).encode("utf-8", "replace").decode()


importer = Importer(
    name="youtube",
    title="YouTube",
    how_to_get="On takeout.google.com: only YouTube, and of it only comments.",
    files=(_TABLE,),
    knows=_knows,
    read=_read,
    near_miss=_near_miss,
)
