"""Keeps what is derived from the posts up with them in the background, a little at a time."""

import threading
from collections.abc import Callable

from agent.reporting import report

_LOOK_AGAIN = 60
"""Seconds. Whoever asks brings the newest up to date anyway; this is for what a large import leaves."""
_PAUSE = 0.05
"""Seconds between two batches, in which the person's own posts are logged."""


class Upkeep:
    """Calls each of `jobs` until it has no more to do, and again every minute.

    A job does a little of what there is to do, and says whether there is more.
    """

    def __init__(self, *jobs: Callable[[], bool]) -> None:
        self._jobs = jobs
        self._ending = threading.Event()

    def start(self) -> None:
        """Begin, until `end`."""
        threading.Thread(target=self._work, name="upkeep", daemon=True).start()

    def end(self) -> None:
        """Begin no further batch."""
        self._ending.set()

    def run(self) -> None:
        """Do all that there is to do."""
        for job in self._jobs:
            while not self._ending.wait(_PAUSE) and job():
                pass

    def _work(self) -> None:
        while not self._ending.is_set():
            try:
                self.run()
            except Exception as error:
                if self._ending.is_set():
                    return
                # The log may be in use or the disk full for a while: what is derived can wait.
                report(error, "following what came back")
            self._ending.wait(_LOOK_AGAIN)
