"""What the judge's sums are learnt from: posts labelled by readers, and drafts written for it.

What needs SciPy imports it when it is called (see ../requirements.txt).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from nlp.judge.features import Features
from nlp.judge.weights import VERDICTS
from nlp.training.judge.contexts import Again
from nlp.training.judge.written import Written
from nlp.training.posts import Post

if TYPE_CHECKING:
    from nlp.training.judge.rows import Rows

SURE = {1: 0.5, 2: 0.85, 3: 1.0}
"""How much a post counts, by how sure its reader was."""
AGREED = {1: 0.7, 2: 0.96, 3: 1.0}
"""By how sure a reader was: how often a second one gave the same verdict (dev.jsonl, own_labels.json)."""
COUNT_OF_WRITTEN = 3.0
"""How much a written draft counts: real posts with as few words are many, and mostly empty."""
COUNT_AGAIN = 0.45
"""How much a post counts in another context, of what it counts in its own."""
WRITTEN = "written"
"""The source of written drafts."""
FEWEST_POSTS = {"words": 3, "letters": 5}
"""Posts that an n-gram must be found in."""
TRAIT_SIZE, UNDER_A_QUESTION = 0.3, 0.7
"""What traits count of their size, and what those do that tell of a question which the draft stands under.

With all of it, counting finds a quarter fewer flags on new sources.
"""
MOST_KNOWN = {"words": 155_000, "letters": 68_000}
"""N-grams that ship; those that matter less find no room."""


@dataclass(frozen=True)
class Lessons:
    """Posts to learn from, the readers' first; the shares of the verdicts in each, and how much it counts."""

    features: list[Features]
    sources: list[str]
    shares: np.ndarray
    counts: np.ndarray
    same_as: np.ndarray
    """For each the place of the labelled post that it is, be it in another context; -1 for what is none."""

    def rows(self) -> "Rows":
        """What is known once all of them were read."""
        from nlp.training.judge.rows import Rows

        return Rows(self.features, FEWEST_POSTS, size_of)

    def and_more(
        self,
        features: list[Features],
        sources: list[str],
        shares: np.ndarray,
        counts: np.ndarray,
        same_as: np.ndarray | None = None,
    ) -> "Lessons":
        """The same, and more behind them."""
        none = np.full(len(features), -1)
        return Lessons(
            [*self.features, *features],
            [*self.sources, *sources],
            np.vstack([self.shares, shares]),
            np.concatenate([self.counts, counts]),
            np.concatenate([self.same_as, none if same_as is None else same_as]),
        )

    def for_seen(self, seen: np.ndarray) -> np.ndarray:
        """The places of what one may learn who meets only the labelled posts at `seen`, and their sources."""
        met = sorted({*np.array(self.sources)[seen], WRITTEN})
        told_apart = (self.same_as < 0) & np.isin(self.sources, met)
        return np.flatnonzero(told_apart | np.isin(self.same_as, seen))


def size_of(trait: str) -> float:
    """What a trait counts of its size."""
    return UNDER_A_QUESTION if "parent asks" in trait else TRAIT_SIZE


def by_readers(posts: list[Post], features: list[Features]) -> Lessons:
    """Posts with the verdicts that readers gave."""
    return Lessons(
        features,
        [post.source for post in posts],
        _shares([post.verdict for post in posts]),
        np.array([SURE[post.sure] for post in posts]),
        np.arange(len(posts)),
    )


def with_written(lessons: Lessons, written: list[Written], features: list[Features]) -> Lessons:
    """The same, and drafts written for the judge."""
    shares = _shares([draft.verdict for draft in written])
    counts = np.full(len(written), COUNT_OF_WRITTEN)
    return lessons.and_more(features, [WRITTEN] * len(written), shares, counts)


def with_marked(lessons: Lessons, features: list[Features], source: str, shares: np.ndarray) -> Lessons:
    """The same, and comments of one source with shares of the verdicts and, last, of `other`."""
    told = shares[:, : len(VERDICTS)]
    counts = told.sum(axis=1)
    return lessons.and_more(features, [source] * len(features), told / counts[:, None], counts)


def with_again(lessons: Lessons, again: list[Again], features: list[Features]) -> Lessons:
    """The same, and labelled posts in other contexts."""
    rows = np.array([some.row for some in again], dtype=int)
    return lessons.and_more(
        features,
        [lessons.sources[row] for row in rows],
        lessons.shares[rows],
        lessons.counts[rows] * COUNT_AGAIN,
        rows,
    )


def _shares(verdicts: list[str]) -> np.ndarray:
    shares: np.ndarray = np.eye(len(VERDICTS))[[VERDICTS.index(verdict) for verdict in verdicts]]
    return shares
