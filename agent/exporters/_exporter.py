"""What an exporter declares about its format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from agent.exporters._whole_log import WholeLog


@dataclass(frozen=True)
class Exporter:
    """A format. `name` is its module's name, `ending` that of its files; `write` yields their bytes.

    `first` is, in a zip to unpack, the file to open first.
    """

    name: str
    title: str
    ending: str
    media_type: str
    write: Callable[[WholeLog], Iterator[bytes]]
    first: str | None = None
