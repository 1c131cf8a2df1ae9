"""What judges say of labelled posts of sources that neither they nor their teachers had met anything of."""

from pathlib import Path

import click
import joblib
import numpy as np
import scipy.sparse as sp

from nlp.judge.network import answered_text
from nlp.training.judge import softmax
from nlp.training.judge.course import NETWORK, TEACHER, taught
from nlp.training.judge.lessons import Lessons
from nlp.training.judge.network_lessons import NetworkLessons
from nlp.training.judge.parts import PARTS, parts_of
from nlp.training.judge.promises import Judged
from nlp.training.judge.teachers import told_by_teachers
from nlp.training.posts import Post


def held_out(
    labelled: list[Post], learnt: Lessons, matrix: sp.csr_matrix, for_network: NetworkLessons, kept: Path
) -> Judged:
    """What judges say of each of the labelled posts, which come first in `learnt`."""
    counted = np.zeros((len(labelled), learnt.shares.shape[1]))
    read = np.zeros_like(counted)
    sources = np.array([post.source for post in labelled])
    for number, part in enumerate(parts_of(sources.tolist()), 1):
        is_asked = np.isin(sources, list(part))
        met = learnt.for_seen(np.flatnonzero(~is_asked))
        model = softmax.fit(matrix[met], learnt.shares[met], learnt.counts[met])
        counted[is_asked] = model.sums(matrix[np.flatnonzero(is_asked)])
        asked = [post for post in labelled if post.source in part]
        read[is_asked] = _read(asked, for_network.without(part), kept)[:, : read.shape[1]]
        click.echo(f"held out: {number} of {PARTS}")
    return Judged(labelled, counted, read)


def _read(posts: list[Post], lessons: NetworkLessons, kept: Path) -> np.ndarray:
    """The sums of a network with these lessons."""
    drafts = [(post.text, answered_text(post.context)) for post in posts]
    file = kept / f"held-out-{joblib.hash((NETWORK, TEACHER, drafts, lessons))}.npy"
    if not file.exists():
        np.save(file, taught(NETWORK, told_by_teachers(lessons, kept), kept).sums(drafts))
    sums: np.ndarray = np.load(file)
    return sums
