"""All posts that the judge learns from, read: labelled, in other contexts, written, and taught ones."""

import gzip
import json
from pathlib import Path

import numpy as np

from nlp.judge.features import Features
from nlp.judge.weights import VERDICTS
from nlp.training.judge import lessons
from nlp.training.judge.contexts import without_parents
from nlp.training.judge.kept import Drafts, kept_features
from nlp.training.judge.lessons import Lessons
from nlp.training.judge.own_labels import own_labelled, own_labels
from nlp.training.judge.spam import SOURCE, spam_marks
from nlp.training.judge.teacher import soft_labels
from nlp.training.judge.written import read_written
from nlp.training.posts import Post, context_of, read_labelled


def gathered(posts: Path, kept: Path, share: float) -> tuple[list[Post], Lessons]:
    """The labelled posts, or the first `share` of them, and all lessons; the labelled come first in these."""
    with gzip.open(posts / "unlabelled.jsonl.gz", "rt", encoding="utf-8") as file:
        more_labelled, unlabelled = own_labelled([json.loads(line) for line in file], own_labels())
    every = [*read_labelled(posts / "train.jsonl"), *more_labelled]
    of_labelled, taught, scores = soft_labels(every, unlabelled, kept)
    more = [unlabelled[row] for row in taught]
    comments, marks = spam_marks(posts)
    places = [place for place, post in enumerate(every) if post.verdict in VERDICTS]
    places = places[: round(share * len(places))]
    labelled = [every[place] for place in places]

    def read(drafts: Drafts) -> list[Features]:
        return list(kept_features(drafts, kept))

    written, again = list(read_written()), without_parents(labelled)
    learnt = lessons.by_readers(labelled, read([(post.text, post.context) for post in labelled]))
    learnt = lessons.with_written(learnt, written, read([(draft.text, draft.context) for draft in written]))
    learnt = lessons.with_taught(
        learnt,
        read([(row["text"], context_of(row)) for row in (*comments, *more)]),
        [*[SOURCE] * len(comments), *[row["source"] for row in more]],
        np.vstack([marks, scores]),
    )
    learnt = lessons.as_the_teacher_sees(learnt, of_labelled[places])
    return labelled, lessons.with_again(learnt, again, read([(some.text, some.context) for some in again]))
