"""What the judge's network learns from: the same posts and drafts as the sums, as texts.

Unlike the sums it learns from posts that are called `other`, too, and from posts that nobody labelled: it has
sense enough for both.
"""

import random
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from nlp.judge.network import answered_text
from nlp.training.judge.contexts import Again, under_questions
from nlp.training.judge.lessons import SURE, WRITTEN
from nlp.training.judge.readers import VERDICTS, by_reader, shares_of
from nlp.training.judge.written import Written
from nlp.training.posts import Post, context_of

BY_READERS = 0.5
"""How much of a labelled post's shares is what its reader said; the rest is what a teacher sees."""
COUNT_OF_LABELLED = 1.3
CERTAIN = 0.98
"""The share of its verdict in a written draft."""
AT_LAST = 16_000
"""Lessons that are learnt once more at the end, so that they aren't forgotten over those under questions."""
NOT_SAID = (1 / len(VERDICTS),) * len(VERDICTS)


@dataclass(frozen=True)
class NetworkLesson:
    """A draft and what it answers, the shares of `VERDICTS` in it, and how much it counts."""

    draft: str
    answered: str
    source: str
    shares: tuple[float, ...]
    count: float = 1.0

    @property
    def read(self) -> tuple[str, str]:
        """The draft and what it answers."""
        return self.draft, self.answered


@dataclass(frozen=True)
class NetworkLessons:
    """All of them, as readers told them; `told` by teachers, too, the network learns them."""

    labelled: dict[int, NetworkLesson]
    """By the number of each post."""
    written: list[NetworkLesson]
    under_questions: list[NetworkLesson]
    """Flagged drafts among them under questions."""
    again: list[tuple[int, NetworkLesson]]
    """Labelled posts in other contexts, with their numbers."""
    unlabelled: list[NetworkLesson]

    @property
    def by_readers(self) -> list[NetworkLesson]:
        """Those that a reader or a writer gave a verdict."""
        return [*self.labelled.values(), *self.written, *(lesson for _, lesson in self.again)]

    def without(self, sources: Collection[str]) -> "NetworkLessons":
        """Those that are from none of these sources."""
        return NetworkLessons(
            {row: lesson for row, lesson in self.labelled.items() if lesson.source not in sources},
            self.written,
            self.under_questions,
            [(row, lesson) for row, lesson in self.again if lesson.source not in sources],
            [lesson for lesson in self.unlabelled if lesson.source not in sources],
        )

    def at_last(self, told: list[NetworkLesson]) -> list[NetworkLesson]:
        """What the network learns at last: drafts under questions, what is like them, and some of all."""
        rng = random.Random(4)  # noqa: S311 (nothing secret is drawn)
        return [*self.under_questions, *self.written, *rng.sample(told, min(AT_LAST, len(told)))]

    def told(self, labelled: dict[int, np.ndarray], unlabelled: np.ndarray) -> list[NetworkLesson]:
        """What the network learns, once teachers gave the chances of each verdict in these posts."""
        seen = [tuple(row) for row in unlabelled.tolist()]
        return [
            *self.half_told(labelled),
            *(replace(lesson, shares=some) for lesson, some in zip(self.unlabelled, seen, strict=True)),
        ]

    def half_told(self, labelled: dict[int, np.ndarray]) -> list[NetworkLesson]:
        """All but those without a label, half by what is seen in labelled posts, where anything is."""
        shares = {
            row: tuple((BY_READERS * np.array(lesson.shares) + (1 - BY_READERS) * labelled[row]).tolist())
            if row in labelled
            else lesson.shares
            for row, lesson in self.labelled.items()
        }
        return [
            *(
                replace(lesson, shares=shares[row], count=COUNT_OF_LABELLED)
                for row, lesson in self.labelled.items()
            ),
            *self.written,
            *(replace(lesson, shares=shares[row], count=1.0) for row, lesson in self.again),
        ]


def network_lessons(
    posts: list[Post], again: Iterable[Again], written: list[Written], unlabelled: list[dict[str, Any]]
) -> NetworkLessons:
    """Those of labelled posts, of these in other contexts, of written drafts and of posts with no label."""
    labelled = {
        row: NetworkLesson(
            post.text, answered_text(post.context), post.source, tuple(by_reader(post)), SURE[post.sure]
        )
        for row, post in enumerate(posts)
    }
    return NetworkLessons(
        labelled,
        list(map(_of_written, written)),
        list(map(_of_written, under_questions(written, posts))),
        [
            (some.row, replace(labelled[some.row], draft=some.text, answered=answered_text(some.context)))
            for some in again
        ],
        [
            NetworkLesson(row["text"], answered_text(context_of(row)), row["source"], NOT_SAID)
            for row in unlabelled
        ],
    )


def _of_written(draft: Written) -> NetworkLesson:
    shares = tuple(shares_of(draft.verdict, CERTAIN))
    return NetworkLesson(draft.text, answered_text(draft.context), WRITTEN, shares)
