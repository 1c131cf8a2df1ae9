"""Pitch In's own export (`python -m agent export`): the whole log as it was, a JSON object a line."""

import json
from collections.abc import Iterator

from agent.importers._archive import Archive
from agent.importers._csv import has_columns
from agent.importers._importer import Importer, Wishes
from agent.importers._json import json_lines
from agent.importers._record import Found, ImportProblem, OwnRecord
from agent.importers._records import Record, records_of
from agent.importers._text import beginning

FORMAT = "pitch-in-log"
"""What the first line of the export calls itself."""

_TABLE = {"posted at", "parent author", "verdict", "headline", "suggestion taken"}
_LINES = r".*\.(jsonl|ndjson|json)"


def _files(archive: Archive) -> list[str]:
    alone = list(archive.names) if len(list(archive.names)) == 1 else []
    return [name for name in alone or archive.find(_LINES) if _is_ours(archive, name)]


def _is_ours(archive: Archive, name: str) -> bool:
    start = beginning(archive.open(name), 200)
    return start.startswith("{") and f'"format": "{FORMAT}"' in start


def _knows(archive: Archive) -> bool:
    return bool(_files(archive))


def _near_miss(archive: Archive) -> str | None:
    as_table = has_columns(archive, r".*\.csv", _TABLE)
    as_pages = archive.find(r"index\.html") and archive.find(r"style\.css") and archive.find(r"\d{4}\.html")
    if as_table or as_pages:
        return (
            "This is an export of Pitch In to look at, which doesn't hold the whole log: export it as JSON "
            "Lines, and import that."
        )
    return None


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    for record in records_of(archive, _files(archive), json_lines):
        if isinstance(record, ImportProblem):
            yield record
        elif not isinstance(record.data, dict):
            sentence = "Left out, since it is no record of Pitch In."
            yield ImportProblem(kind="misshapen", where=record.where, sentence=sentence)
        elif record.data.get("type") != "schema":
            yield _whole(record)


def _whole(record: Record) -> OwnRecord:
    return OwnRecord(where=record.where, data=record.data)


def first_line(version: str, schema: dict[str, object]) -> bytes:
    """What an export begins with: its format, the version that made it, and the schema of its lines."""
    facts = {"type": "schema", "format": FORMAT, "version": version, "schema": schema}
    return json.dumps(facts).encode() + b"\n"


importer = Importer(
    name="pitch_in",
    title="Pitch In",
    how_to_get="In Pitch In: python -m agent export FILE.",
    files=(_LINES,),
    knows=_knows,
    read=_read,
    near_miss=_near_miss,
)
