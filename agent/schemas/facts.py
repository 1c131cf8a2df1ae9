"""What a line of Pitch In's own export may hold: models made of the log's tables, as they are now.

They validate what comes in, and they are the JSON Schema that stands in the first line of each export.
"""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, create_model

from agent.schemas.fields import MAX_TEXT, Text, iso
from agent.store.tables import Column, Table

_LONGEST_LIST = 100_000


class _Facts(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _as_the_log_writes_it(moment: str) -> str:
    try:
        read = datetime.fromisoformat(moment)
        same = 1 < read.year < 9999 and read.tzinfo is not None and iso(read) == moment
    except ValueError:
        same = False
    if not same:
        raise ValueError("a time is written like 2026-11-25T18:09:15.000Z")
    return moment


def _lower_case_uuid(value: str) -> str:
    if str(UUID(value)) != value:
        raise ValueError("an id is a UUID in lower case")
    return value


_Moment = Annotated[str, Field(max_length=24), AfterValidator(_as_the_log_writes_it)]
_Id = Annotated[str, Field(min_length=36, max_length=36), AfterValidator(_lower_case_uuid)]
_Address = Annotated[str, Field(max_length=4_000, pattern=r"^(?i:https?)://[^\x00-\x20]+$")]
_Page = Annotated[str, Field(max_length=4_000, pattern=r"^(?i:https?):")]
_Name = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,100}$")]
_Whole = Annotated[int, Field(strict=True, ge=-(2**63), lt=2**63)]
_Real = Annotated[float, Field(allow_inf_nan=False)]
_BY_NAME: dict[str, Any] = {
    "posts.id": _Id,
    "deleted_posts.id": _Id,
    "signals.name": _Name,
    "posts.suggestion_taken": _Name,
    "posts.text": Text,
    "posts.page_url": _Page,
    "posts.site": Annotated[str, Field(max_length=100)],
    "posts.parent_author": Annotated[str, Field(max_length=300)],
    "posts.thread_title": Annotated[str, Field(max_length=1_000)],
    "spans.start": Annotated[_Whole, Field(ge=0)],
    "spans.end": Annotated[_Whole, Field(ge=0)],
}
_BY_KIND: dict[str, Any] = {
    "INTEGER": _Whole,
    "REAL": _Real,
    "TEXT": Annotated[str, Field(max_length=MAX_TEXT)],
}


def model_of(table: Table) -> type[BaseModel]:
    """The model of a row of this table, as a line that names its table in `type`."""
    named = Annotated[str, Field(pattern=f"^{table.name}$")]
    return create_model(table.name, __base__=_Facts, type=(named, ...), **_fields(table))


def _fields(table: Table) -> dict[str, Any]:
    fields = {column.name: _field(table, column) for column in table.columns}
    for part in table.parts:
        inner = create_model(part.name, __base__=_Facts, **_fields(part))
        fields[part.name] = (Annotated[list[inner], Field(max_length=_LONGEST_LIST)], [])
    return fields


def _field(table: Table, column: Column) -> tuple[Any, Any]:
    kind = _BY_NAME.get(f"{table.name}.{column.name}") or _kind(column)
    return (kind, ...) if column.required else (kind | None, None)


def _kind(column: Column) -> Any:
    if column.name.endswith(("_at", "_until")) or column.name == "until":
        return _Moment
    if column.name == "permalink":
        return _Address
    return _BY_KIND[column.kind]
