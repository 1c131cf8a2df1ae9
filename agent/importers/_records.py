"""From the records of a file to what is found in them: one bad record, or file, never stops the others."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError

from agent.importers._archive import Archive
from agent.importers._guard import Unreadable
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut, misshapen


class Record(NamedTuple):
    """A record and where it stands, like "tweets.js, record 3"."""

    where: str
    data: Any


Records = Iterator[Record | ImportProblem]


class Shape(BaseModel):
    """What a format's records hold, of all that its site writes into them. Ids are text of any length."""

    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


def records_of(
    archive: Archive, names: Iterable[str], read: Callable[[io.BufferedReader, str], Records]
) -> Records:
    """The records of these files; a file that can't be read is a problem, and the next one is read."""
    for name in names:
        try:
            with archive.open(name) as stream:
                yield from read(stream, name)
        except Unreadable as error:
            yield ImportProblem(kind="unreadable", where=name, sentence=str(error))


def _is_empty(error: ValidationError) -> bool:
    """Whether all that is wrong with a post is that it has no words."""
    return error.title == ImportedPost.__name__ and [
        (each["loc"], each["type"]) for each in error.errors(include_url=False, include_input=False)
    ] == [(("text",), "too_short")]


def found_in(records: Records, make: Callable[[Record], Found | None]) -> Iterator[Found]:
    """What `make` finds in each record; where that isn't in shape, the problem. None is of no interest."""
    for record in records:
        if isinstance(record, ImportProblem):
            yield record
            continue
        try:
            found = make(record)
        except ValidationError as error:
            yield (
                LeftOut(why="no_words", where=record.where)
                if _is_empty(error)
                else misshapen(record.where, error)
            )
        else:
            if found is not None:
                yield found
