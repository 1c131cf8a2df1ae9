"""All that the judge learns from: posts labelled, marked as spam or with no label, and written drafts."""

import gzip
import json
from dataclasses import dataclass, replace
from pathlib import Path

from nlp.judge.features import Features
from nlp.judge.weights import VERDICTS
from nlp.training.judge import lessons
from nlp.training.judge.contexts import Again, in_other_contexts
from nlp.training.judge.kept import Drafts, kept_features
from nlp.training.judge.lessons import Lessons
from nlp.training.judge.network_lessons import NetworkLessons, network_lessons
from nlp.training.judge.own_labels import own_labelled, own_labels
from nlp.training.judge.spam import SOURCE, spam_marks
from nlp.training.judge.written import read_written
from nlp.training.posts import Post, context_of, read_labelled, read_posts


@dataclass(frozen=True)
class Material:
    """What there is to learn from."""

    labelled: list[Post]
    """Those with one of the three verdicts; they come first in `learnt`."""
    learnt: Lessons
    """For the sums of n-grams and traits."""
    numbers: list[int]
    """The number in `for_network` of each labelled post."""
    for_network: NetworkLessons
    dev: list[Post]
    """Nothing is learnt from them; the thresholds must hold for them."""
    dev_features: list[Features]


def gathered(posts: Path, kept: Path, share: float) -> Material:
    """All of it, or only the first `share` of the labelled posts."""
    with gzip.open(posts / "unlabelled.jsonl.gz", "rt", encoding="utf-8") as file:
        more_labelled, unlabelled = own_labelled([json.loads(line) for line in file], own_labels())
    every = [*read_labelled(posts / "train.jsonl"), *more_labelled]
    every = every[: round(share * len(every))]
    labelled = [post for post in every if post.verdict in VERDICTS]
    again = in_other_contexts(labelled)
    numbers = [number for number, post in enumerate(every) if post.verdict in VERDICTS]
    for_network = network_lessons(
        every, (replace(some, row=numbers[some.row]) for some in again), list(read_written()), unlabelled
    )
    dev = read_posts(posts / "dev.jsonl")
    learnt = _learnt(posts, labelled, again, kept)
    return Material(labelled, learnt, numbers, for_network, dev, _read(dev, kept))


def _read(posts: list[Post], kept: Path) -> list[Features]:
    return list(kept_features([(post.text, post.context) for post in posts], kept))


def _learnt(posts: Path, labelled: list[Post], again: list[Again], kept: Path) -> Lessons:
    def read(drafts: Drafts) -> list[Features]:
        return list(kept_features(drafts, kept))

    written = list(read_written())
    comments, shares = spam_marks(posts)
    learnt = lessons.by_readers(labelled, _read(labelled, kept))
    learnt = lessons.with_written(learnt, written, read([(draft.text, draft.context) for draft in written]))
    learnt = lessons.with_marked(
        learnt, read([(row["text"], context_of(row)) for row in comments]), SOURCE, shares
    )
    return lessons.with_again(learnt, again, read([(some.text, some.context) for some in again]))
