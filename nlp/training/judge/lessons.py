"""What the judge learns from: posts labelled by readers or by its teacher, and drafts written for it.

The teacher is not asked alone: a plain model of n-grams, trained on the readers' labels, errs differently.
"""

from dataclasses import dataclass

import numpy as np

from nlp.judge.features import Features
from nlp.judge.weights import VERDICTS
from nlp.training.judge import softmax
from nlp.training.judge.promises import chances
from nlp.training.judge.rows import Rows
from nlp.training.judge.written import Written
from nlp.training.posts import Post

BLENDED = 0.4
"""The power to which the plain model's chances are raised before the teacher's are multiplied with them."""
LOOSENESS = 1.5
"""scikit-learn's C of the plain model."""
SURE = {1: 0.5, 2: 0.85, 3: 1.0}
"""How much a post counts, by how sure its reader was. One with the teacher's label counts 1."""
COUNT_OF_WRITTEN = 2.0
"""How much a written draft counts: real posts with as few words are many, and mostly empty."""
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

    def rows(self) -> Rows:
        """What is known once all of them were read."""
        return Rows(self.features, self.sources, FEWEST_SOURCES, FEWEST_POSTS)


def by_readers(posts: list[Post], features: list[Features]) -> Lessons:
    """Posts with the verdicts that readers gave."""
    counts = np.array([SURE[post.sure] for post in posts])
    return Lessons(
        features, [post.source for post in posts], _shares([post.verdict for post in posts]), counts
    )


def with_written(lessons: Lessons, written: list[Written], features: list[Features]) -> Lessons:
    """The same, and drafts written for the judge."""
    return Lessons(
        [*lessons.features, *features],
        [*lessons.sources, *[WRITTEN] * len(written)],
        np.vstack([lessons.shares, _shares([draft.verdict for draft in written])]),
        np.concatenate([lessons.counts, np.full(len(written), COUNT_OF_WRITTEN)]),
    )


def with_taught(
    lessons: Lessons, features: list[Features], sources: list[str], scores: np.ndarray
) -> Lessons:
    """The same, and posts with the teacher's scores of the verdicts and, last, of `other`."""
    told = chances(scores, 1)
    by_teacher = told[:, : len(VERDICTS)]
    shares = by_teacher * _plainly_judged(lessons, features) ** BLENDED
    return Lessons(
        [*lessons.features, *features],
        [*lessons.sources, *sources],
        np.vstack([lessons.shares, shares / shares.sum(axis=1, keepdims=True)]),
        np.concatenate([lessons.counts, by_teacher.sum(axis=1)]),
    )


def _shares(verdicts: list[str]) -> np.ndarray:
    shares: np.ndarray = np.eye(len(VERDICTS))[[VERDICTS.index(verdict) for verdict in verdicts]]
    return shares


def _plainly_judged(lessons: Lessons, features: list[Features]) -> np.ndarray:
    rows = Rows(lessons.features, lessons.sources)
    model = softmax.fit(rows.of(lessons.features), lessons.shares, lessons.counts, LOOSENESS)
    return chances(model.sums(rows.of(features)), 1)
