"""What judges say of labelled posts of sources that they had met nothing of.

Their networks learn less than the one that ships: in one pass, from posts with labels only, and half from
what counting makes of them where it had met nothing of their source. So what is promised by them is on the
safe side.
"""

from collections.abc import Iterator
from pathlib import Path

import click
import joblib
import numpy as np
import scipy.sparse as sp

from nlp.judge.network import LAYERS, answered_text
from nlp.training.judge import softmax
from nlp.training.judge.calibration import chances
from nlp.training.judge.course import Course, taught
from nlp.training.judge.lessons import Lessons
from nlp.training.judge.material import Material
from nlp.training.judge.network_lessons import NetworkLesson
from nlp.training.judge.parts import PARTS, parts_of
from nlp.training.judge.promises import Judged

HELD_OUT = Course(layers=LAYERS, fewest=40, learns_words=False, epochs=1, rate=3e-4)
MILDER = 1.6
"""What sums of counting are divided by before they are chances to learn from."""


def held_out(material: Material, matrix: sp.csr_matrix, kept: Path) -> Judged:
    """What judges say of each of the labelled posts, which come first in `matrix`."""
    counted = np.zeros((len(material.labelled), material.learnt.shares.shape[1]))
    read = np.zeros_like(counted)
    sources = np.array([post.source for post in material.labelled])
    parts = [np.flatnonzero(np.isin(sources, list(part))) for part in parts_of(sources.tolist())]
    for number, asked in enumerate(parts):
        others = [part for place, part in enumerate(parts) if place != number]
        counted[asked] = _counted(asked, np.concatenate(others), material.learnt, matrix)
        read[asked] = _read(asked, others, material, matrix, kept)
        click.echo(f"held out: {number + 1} of {PARTS}")
    return Judged(material.labelled, counted, read)


def _counted(asked: np.ndarray, met: np.ndarray, learnt: Lessons, matrix: sp.csr_matrix) -> np.ndarray:
    """The sums of counting that has met only the labelled posts at `met`."""
    rows = learnt.for_seen(met)
    return softmax.fit(matrix[rows], learnt.shares[rows], learnt.counts[rows]).sums(matrix[asked])


def _read(
    asked: np.ndarray, others: list[np.ndarray], material: Material, matrix: sp.csr_matrix, kept: Path
) -> np.ndarray:
    """The sums of a network that has met only the labelled posts of other parts."""
    drafts = [(post.text, answered_text(post.context)) for post in (material.labelled[row] for row in asked)]
    lessons = list(_lessons(asked, others, material, matrix))
    file = kept / f"held-out-{joblib.hash((HELD_OUT, drafts, lessons))}.npy"
    if not file.exists():
        np.save(file, taught(HELD_OUT, lessons, kept).sums(drafts))
    sums: np.ndarray = np.load(file)
    return sums[:, : material.learnt.shares.shape[1]]


def _lessons(
    asked: np.ndarray, others: list[np.ndarray], material: Material, matrix: sp.csr_matrix
) -> Iterator[NetworkLesson]:
    """Those of the other parts, each told half by counting that has met the other of them only."""
    one, other = others
    told = {}
    for part, met in ((one, other), (other, one)):
        seen = chances(_counted(part, met, material.learnt, matrix) / MILDER)
        told |= {material.numbers[row]: np.append(some, 0.0) for row, some in zip(part, seen, strict=True)}
    sources = {material.labelled[row].source for row in asked}
    yield from material.for_network.without(sources).half_told(told)
