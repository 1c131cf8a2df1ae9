"""What the log's tables hold. Their bytes are measured again only once the file has grown or shrunk."""

import threading
from typing import Final

from agent.store import Log, sizes
from agent.store.sizes import TableSize

_CHANGE: Final = 0.01
"""Share of the file by which it may change before it is measured again: to measure reads all of it."""


class Storage:
    """Measures one log."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._measuring = threading.Lock()
        self._pages = 0
        self._told: dict[str, int] | None = None

    def tables(self) -> list[TableSize]:
        """Every table that holds something, the largest first."""
        with self._measuring, self._log.reading() as db:
            pages = sizes.pages(db)
            if abs(pages - self._pages) > _CHANGE * self._pages:
                self._told, self._pages = sizes.bytes_of_tables(db), pages
            return sizes.sizes(db, self._told)
