"""Keeps addresses, conversations and people up with the posts in the background, a little at a time."""

import threading

from agent.reporting import report
from agent.services.conversations import Conversations
from agent.services.people import People

_LOOK_AGAIN = 60
"""Seconds. Whoever asks brings the newest up to date anyway; this is for what a large import leaves."""
_PAUSE = 0.05
"""Seconds between two batches, in which the person's own posts are logged."""


class Upkeep:
    """Looks through what came since, until nothing is left, and again every minute."""

    def __init__(self, conversations: Conversations, people: People) -> None:
        self._conversations = conversations
        self._people = people
        self._ending = threading.Event()

    def start(self) -> None:
        """Begin, until `end`."""
        threading.Thread(target=self._work, name="upkeep", daemon=True).start()

    def end(self) -> None:
        """Begin no further batch."""
        self._ending.set()

    def run(self) -> None:
        """Look through all that came since."""
        for catch_up in (self._conversations.catch_up, self._people.catch_up):
            while not self._ending.wait(_PAUSE) and catch_up():
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
