"""What an importer declares about its format."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from agent.importers._archive import Archive
from agent.importers._record import Found


@dataclass(frozen=True)
class Wishes:
    """What only the person can say: who they are (`me`), and for a table where it is from and which column
    is which (`columns`: `text`, `date`, `permalink`, … to a column's name).
    """

    me: str | None = None
    site: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


def _nothing(_: Archive) -> str | None:
    return None


@dataclass(frozen=True)
class Importer:
    """A format. `name` is its file's name; `how_to_get` tells the person where the export comes from.

    `knows` says by the content whether an archive holds this format; it may raise `Unreadable`. `read` goes
    through it once, with one record in memory at a time. `near_miss` may say in a sentence why an archive
    of this site can't be read. `last_resort` importers are asked when no other knows the archive.
    """

    name: str
    title: str
    how_to_get: str
    files: tuple[str, ...]
    """Patterns of the names of the files that are read, for the progress."""
    knows: Callable[[Archive], bool]
    read: Callable[[Archive, Wishes], Iterator[Found]]
    near_miss: Callable[[Archive], str | None] = _nothing
    last_resort: bool = False
