"""LinkedIn's analytics workbooks: what came back for posts whose texts are in the archive."""

import io
import re
from collections.abc import Iterator

from agent.importers._archive import Archive, own_name
from agent.importers._counts import count
from agent.importers._dates import linkedin_moment
from agent.importers._guard import Unreadable
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedCounts
from agent.importers._records import Record, Records, found_in, records_of
from agent.importers._xlsx import Rows, workbook
from agent.importers.linkedin import update_id
from agent.schemas.engagement import Count, Counts

_WORKBOOK = r".*\.xlsx"
_LINK = "post url"
_NAMES = {
    "impressions": "views",
    "reactions": "likes",
    "comments": "replies",
    "reposts": "shares",
}


def _knows(archive: Archive) -> bool:
    return any(_posts(archive, name) for name in archive.find(_WORKBOOK))


def _posts(archive: Archive, name: str) -> dict[str, dict[str, Count]]:
    with archive.open(name) as stream:
        return _counted(workbook(stream, name), name)


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    def records(stream: io.BufferedReader, name: str) -> Records:
        found = _counted(workbook(stream, name), name)
        if not found:
            raise Unreadable(f"{name} names no post, so it was not read.")
        return (Record(f"{name}, post {link}", (link, counts)) for link, counts in found.items())

    def counts(record: Record) -> Found | None:
        link, seen = record.data
        number = update_id(link)
        if not number or not seen:
            return None
        return ImportedCounts(
            site="linkedin",
            source_id=number,
            permalink=link,
            posted_at=linkedin_moment(number),
            counts=Counts(**seen),
            counted_at=archive.made_at,
        )

    yield from found_in(records_of(archive, archive.find(_WORKBOOK), records), counts)


def _counted(sheets: list[Rows], name: str) -> dict[str, dict[str, Count]]:
    """Counts by post: from tables with a post in each row, else from one table about one post."""
    found: dict[str, dict[str, Count]] = {}
    for rows in sheets:
        _take_tables(rows, found)
    return found or _of_one_post(sheets, name)


def _take_tables(rows: Rows, found: dict[str, dict[str, Count]]) -> None:
    """Tables stand side by side, below a row with their headers; where that row is differs."""
    starts: list[tuple[int, str]] = []
    for row in rows:
        names = [cell.casefold() for cell in row]
        if _LINK in names:
            starts = [
                (at, kind) for at, cell in enumerate(names) if cell == _LINK for kind in _kind(names, at)
            ]
            continue
        for at, kind in starts:
            # Link, day, count.
            link, number = (row[at], row[at + 2]) if len(row) > at + 2 else ("", "")
            if update_id(link):
                counts = found.setdefault(link, {})
                if kind and (seen := count(number)):
                    counts[kind] = seen


def _kind(names: list[str], at: int) -> list[str]:
    """What the table that starts at this column counts; "" for sums of unlike things ("engagements")."""
    return [_NAMES.get(names[at + 2], "")] if len(names) > at + 2 else []


def _of_one_post(sheets: list[Rows], name: str) -> dict[str, dict[str, Count]]:
    counts: dict[str, Count] = {}
    link = ""
    for row in (row for rows in sheets for row in rows):
        link = next((cell for cell in row if update_id(cell)), link)
        if len(row) > 1 and (kind := _NAMES.get(row[0].casefold())) and (seen := count(row[1])):
            counts.setdefault(kind, seen)
    number = re.search(r"_(\d{15,})\b", own_name(name))
    if not link and number and own_name(name).casefold().startswith("singlepost"):
        link = f"https://www.linkedin.com/feed/update/urn:li:activity:{number[1]}"
    return {link: counts} if link and counts else {}


importer = Importer(
    name="linkedin_analytics",
    title="LinkedIn analytics",
    how_to_get="On LinkedIn: Analytics, Content, Export.",
    files=(_WORKBOOK,),
    knows=_knows,
    read=_read,
)
