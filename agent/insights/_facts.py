"""What the insights are drawn from: the log's posts as columns of numbers."""

from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np

from agent.insights._statistics import Mask, Numbers, Whole

UNKNOWN: Final = -1


@dataclass(frozen=True)
class Names:
    """A column of names: `of` holds each post's place in `names`, or `UNKNOWN`."""

    names: tuple[str, ...]
    of: Whole

    def posts_named(self, name: str) -> Mask:
        """Which posts have this name."""
        place = self.names.index(name) if name in self.names else len(self.names)
        return np.asarray(self.of == place)


@dataclass(frozen=True)
class Received:
    """Answers to the person's posts: when each came, whether it was answered, after how many hours.

    `post` is the number of the post; `hours` is NaN where the answer isn't dated, or was none.
    """

    post: Whole
    came: Whole
    answered: Mask
    hours: Numbers

    def between(self, since: int, until: int) -> "Received":
        """Only those that came from a moment on and before another."""
        return self.only(slice(*np.searchsorted(self.came, [since, until]).tolist()))

    def only(self, kept: slice | Mask) -> "Received":
        """Only those that are kept."""
        return Received(self.post[kept], self.came[kept], self.answered[kept], self.hours[kept])


@dataclass(frozen=True, eq=False)
class Facts:
    """Columns, one value per post, oldest first. Times are seconds since 1970, UTC; `local` adds the zone."""

    number: Whole
    posted: Whole
    local: Whole
    length: Whole
    answers: Mask
    took_a_suggestion: Mask
    verdict: Names
    site: Names
    kind: Names
    community: Names
    author: Names
    text: Names
    """Only of texts that stand on several sites."""
    likes: Whole
    replies: Whole
    shares: Whole
    signals: dict[str, Mask]
    received: Received
    now: int

    @property
    def posts(self) -> int:
        """How many posts there are."""
        return len(self.number)

    def since(self, moment: int) -> "Facts":
        """Only the posts from a moment on."""
        received = self.received.between(moment, self.now + 1)
        return self._only(slice(int(np.searchsorted(self.posted, moment)), None), received)

    def between(self, since: int, until: int) -> "Facts":
        """Only the posts from a moment on and before another, told by this machine's clock (`local`)."""
        kept = np.flatnonzero((self.local >= since) & (self.local < until))
        return self._only(kept, self.received.between(since, until))

    def among(self, numbers: Whole) -> "Facts":
        """Only the posts with these numbers: what was deleted since is gone from the facts too."""
        received = self.received.only(np.isin(self.received.post, numbers))
        return self._only(np.flatnonzero(np.isin(self.number, numbers)), received)

    def _only(self, kept: slice | Whole, received: Received) -> "Facts":
        changed: dict[str, object] = {
            "signals": {name: seen[kept] for name, seen in self.signals.items()},
            "received": received,
        }
        for field in fields(self):
            column = getattr(self, field.name)
            if isinstance(column, np.ndarray):
                changed[field.name] = column[kept]
            elif isinstance(column, Names):
                changed[field.name] = Names(column.names, column.of[kept])
        return replace(self, **changed)  # type: ignore[arg-type]
