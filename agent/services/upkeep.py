"""Does in the background, a little at a time, what the log needs and nobody waits for.

It derives what a large import leaves, lets go what is kept no longer, and makes the daily backup.
"""

import threading
from collections.abc import Callable, Mapping

from agent.reporting import report

_LOOK_AGAIN = 60
"""Seconds. Whoever asks for what is derived brings the newest up to date anyway."""
_PAUSE = 0.05
"""Seconds between two batches, in which the person's own posts are logged."""


class Upkeep:
    """Calls each of `jobs` until it has no more to do, and again every minute.

    A job does a little of what there is to do, and says whether there is more. It is named by what it is
    doing, as a report says it where it fails; the others are done all the same.
    """

    def __init__(self, jobs: Mapping[str, Callable[[], bool]]) -> None:
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
        for doing, job in self._jobs.items():
            try:
                while not self._ending.wait(_PAUSE) and job():
                    pass
            except Exception as error:
                # The log may be in use or the disk full for a while: the job comes again. When the agent
                # ends, the log is closed under it: no news.
                if not self._ending.is_set():
                    report(error, doing)

    def _work(self) -> None:
        while not self._ending.is_set():
            self.run()
            self._ending.wait(_LOOK_AGAIN)
