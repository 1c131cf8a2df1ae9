"""What the judge learns from: posts labelled by readers or by its teacher, and drafts written for it.

The teacher is not asked alone: a plain model of n-grams, trained on the readers' labels, errs differently.
What needs SciPy imports it when it is called (see ../requirements.txt).
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from nlp.judge.features import Features
from nlp.judge.weights import VERDICTS
from nlp.training.judge.calibration import chances
from nlp.training.judge.contexts import Again
from nlp.training.judge.written import Written
from nlp.training.posts import Post

if TYPE_CHECKING:
    from nlp.training.judge.rows import Rows

BLENDED = 0.4
"""The power to which the plain model's chances are raised before the teacher's are multiplied with them."""
LOOSENESS = 1.5
"""scikit-learn's C of the plain model."""
SURE = {1: 0.5, 2: 0.85, 3: 1.0}
"""How much a post counts, by how sure its reader was. One with the teacher's label counts 1."""
AGREED = {1: 0.7, 2: 0.96, 3: 1.0}
"""By how sure a reader was: how often a second one gave the same verdict (dev.jsonl, own_labels.json)."""
COUNT_OF_WRITTEN = 2.0
"""How much a written draft counts: real posts with as few words are many, and mostly empty."""
COUNT_AGAIN = 1.5
"""How much a post counts once more without its parent, of what it counts with it."""
WRITTEN = "written"
"""The source of written drafts."""
FEWEST_SOURCES = {"words": 4, "letters": 5}
FEWEST_POSTS = {"words": 14, "letters": 18}


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

        return Rows(self.features, self.sources, FEWEST_SOURCES, FEWEST_POSTS)

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


def with_taught(
    lessons: Lessons, features: list[Features], sources: list[str], scores: np.ndarray
) -> Lessons:
    """The same, and posts with the teacher's scores of the verdicts and, last, of `other`."""
    told = chances(scores)
    by_teacher = told[:, : len(VERDICTS)]
    shares = by_teacher * _plainly_judged(lessons, features) ** BLENDED
    return lessons.and_more(
        features, sources, shares / shares.sum(axis=1, keepdims=True), by_teacher.sum(axis=1)
    )


def as_the_teacher_sees(lessons: Lessons, scores: np.ndarray) -> Lessons:
    """The same, with the teacher's shares for the labelled posts, by its scores; all count alike.

    Readers' verdicts on what they weren't sure of are too rough for a student; the teacher has weighed them.
    """
    told = chances(scores)[:, : len(VERDICTS)]
    shares, counts = lessons.shares.copy(), lessons.counts.copy()
    shares[: len(told)] = told / told.sum(axis=1, keepdims=True)
    counts[: len(told)] = 1
    return replace(lessons, shares=shares, counts=counts)


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


def _plainly_judged(lessons: Lessons, features: list[Features]) -> np.ndarray:
    from nlp.training.judge import softmax
    from nlp.training.judge.rows import Rows

    rows = Rows(lessons.features, lessons.sources)
    model = softmax.fit(rows.of(lessons.features), lessons.shares, lessons.counts, LOOSENESS)
    return chances(model.sums(rows.of(features)))
