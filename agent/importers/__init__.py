"""Reads what people posted before, from the exports that sites hand out: one file per format.

An importer yields what it finds, one record at a time: posts, counts, what it leaves out on purpose, and
problems. It never raises for a bad record and never writes. A new format is a new file here, with an
`importer` in it.
"""

import sys
from functools import cache

from agent.importers._archive import Archive, own_name
from agent.importers._guard import Unreadable
from agent.importers._importer import Importer, Wishes
from agent.importers._packed import open_archive
from agent.importers._record import (
    Found,
    ImportedCounts,
    ImportedPost,
    ImportProblem,
    LeftOut,
    OwnRecord,
)
from agent.trouble import Trouble
from nlp.registry import modules_in

__all__ = [
    "Archive",
    "Found",
    "ImportProblem",
    "ImportedCounts",
    "ImportedPost",
    "Importer",
    "LeftOut",
    "OwnRecord",
    "Unreadable",
    "Wishes",
    "importers",
    "open_archive",
    "own_name",
    "recognise",
    "size_to_read",
]


@cache
def importers() -> tuple[Importer, ...]:
    """Every format, by name."""
    found: tuple[Importer, ...] = tuple(module.importer for module in modules_in(sys.modules[__name__]))
    return found


def recognise(archive: Archive) -> tuple[Importer, ...]:
    """The importers that know what is in `archive`: mostly one, but Instagram's export holds Threads too.

    Raises `Trouble` where there is none: what is wrong, if that can be told, and what to do.
    """
    damage: list[Unreadable] = []
    for asked in (False, True):
        known = [each for each in importers() if each.last_resort is asked and _knows(each, archive, damage)]
        if known:
            return tuple(known)
        for each in importers():
            if sentence := each.near_miss(archive):
                raise Trouble(sentence)
    if damage:
        raise damage[0]
    if archive.problems:
        raise Trouble(f"{archive.label}: {archive.problems[0].sentence}")
    titles = ", ".join(each.title for each in importers())
    raise Trouble(f"{archive.label} is no export that Pitch In knows. It knows those of: {titles}.")


def size_to_read(archive: Archive, known: tuple[Importer, ...]) -> int:
    """How many bytes they go through, about; `archive.bytes_read` is how far they came."""
    names = {name for each in known for name in archive.find(*each.files)}
    return sum(archive.size(name) for name in names)


def _knows(importer: Importer, archive: Archive, damage: list[Unreadable]) -> bool:
    try:
        return importer.knows(archive)
    except Unreadable as error:
        damage.append(error)
        return False
