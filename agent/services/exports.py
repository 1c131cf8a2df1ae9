"""Everything out: the whole log in each of the formats in `agent/exporters`."""

from collections.abc import Iterator

from agent.exporters import Exporter, exporters
from agent.exporters._whole_log import WholeLog
from agent.problems import Invalid
from agent.store import Log

_CHUNK = 1 << 16


class Exports:
    """Writes the log out."""

    def __init__(self, log: Log) -> None:
        self._log = log

    def format(self, name: str) -> Exporter:
        """The format of this name; raises `Invalid`."""
        known = exporters()
        if name not in known:
            raise Invalid(f"There is no such format. There are: {', '.join(known)}.")
        return known[name]

    def write(self, exporter: Exporter) -> Iterator[bytes]:
        """The whole log in this format, in chunks of some size, a page of it in memory at a time."""
        held: list[bytes] = []
        size = 0
        for part in exporter.write(WholeLog(self._log)):
            held.append(part)
            size += len(part)
            if size >= _CHUNK:
                yield b"".join(held)
                held, size = [], 0
        yield b"".join(held)
