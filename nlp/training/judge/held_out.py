"""What students say of labelled posts of sources that they had met nothing of."""

from pathlib import Path

import click
import joblib
import numpy as np
import scipy.sparse as sp
from sklearn.model_selection import GroupKFold

from nlp.training.judge import student
from nlp.training.judge.lessons import Lessons

FOLDS = 3


def held_out(learnt: Lessons, labelled: int, matrix: sp.csr_matrix, traits: int, kept: Path) -> np.ndarray:
    """The sums of each of the labelled posts, which come first. Those of each student are kept in `kept`."""
    sums = np.zeros((labelled, learnt.shares.shape[1]))
    folds = GroupKFold(FOLDS).split(sums, groups=learnt.sources[:labelled])
    for fold, (seen, asked) in enumerate(folds, 1):
        sums[asked] = _kept_sums(learnt, learnt.for_seen(seen), asked, matrix, traits, kept)
        click.echo(f"held out: {fold} of {FOLDS}")
    return sums


def _kept_sums(
    learnt: Lessons, chosen: np.ndarray, asked: np.ndarray, matrix: sp.csr_matrix, traits: int, kept: Path
) -> np.ndarray:
    lessons = (matrix[chosen], traits, learnt.shares[chosen], learnt.counts[chosen])
    file = kept / f"held-out-{joblib.hash((lessons, asked, student.SETTINGS))}.npy"
    if not file.exists():
        sums = student.sums(student.taught(*lessons), matrix[asked], traits)
        begun = file.with_suffix(".begun.npy")
        np.save(begun, sums)
        begun.rename(file)
    told: np.ndarray = np.load(file)
    return told
