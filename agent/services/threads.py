"""The conversation around a post."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from agent.problems import NotFound
from agent.services.conversations import Conversations
from agent.store import Log, threads
from agent.store import posts as rows

_SHOWN: Final = 20


@dataclass(frozen=True)
class Around:
    """Rows as `agent.store.threads` gives them; `state` is None where nobody answered."""

    own: list[threads.Row]
    replies: list[threads.Row]
    state: threads.Row | None


class Threads:
    """Finds what stands around posts."""

    def __init__(self, log: Log, conversations: Conversations) -> None:
        self._log = log
        self._conversations = conversations

    def of(self, post_id: UUID) -> Around:
        """What stands around a post; raises `NotFound`."""
        self._conversations.catch_up()
        with self._log.reading() as db:
            row = rows.find(db, str(post_id))
            if row is None:
                raise NotFound("There is no such post in the log. It may have been deleted.")
            number = row["number"]
            return Around(
                threads.own_posts(db, number, _SHOWN),
                threads.replies(db, number, _SHOWN),
                threads.state(db, number),
            )
