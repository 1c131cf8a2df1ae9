"""Learns the weights of traits, and measures how well they rank rewrites of drafts held out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from nlp.moves._appeal import ITSELF, owners
from nlp.training.appeal.readings import ReadDraft, Reading

BOLDNESS = 0.15
"""How far weights may go from 0, the inverse of what they cost; the best of five by cross-validation."""
FOLDS = 10
LEAST = 0.08
"""Weights that are nearer to 0 are left out."""
SHOWN = 2

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Measured:
    """What cross-validation by draft found."""

    rewrites: int
    yes: float
    auc: float
    auc_within_drafts: float
    yes_among_best: float
    """Share of yes among the best `SHOWN` of each draft, no two of a kind."""


def learn(drafts: Sequence[ReadDraft]) -> Weights:
    """The weights, by whose traits they are and the trait."""
    vectorizer, rows, said = _matrix(drafts)
    model = _fitted(rows, said)
    weights: Weights = defaultdict(dict)
    for (owner, trait), value in zip(vectorizer.feature_names_, model.coef_[0], strict=True):
        if value:
            weights[owner][trait] = round(float(value), 2)
    weights[""][ITSELF] = round(float(model.intercept_[0]), 2)
    return {owner: dict(sorted(weights[owner].items())) for owner in sorted(weights)}


def measure(drafts: Sequence[ReadDraft]) -> Measured:
    """How well weights rank drafts of other folds."""
    _, rows, said = _matrix(drafts)
    groups = np.array([draft.group for draft in drafts for _ in draft.readings])
    chances = np.zeros(len(said))
    for learnt, left_out in GroupKFold(FOLDS, shuffle=True, random_state=1).split(rows, said, groups):
        model = _fitted(rows[learnt], said[learnt])
        chances[left_out] = model.predict_proba(rows[left_out])[:, 1]
    within, best, start = [], [], 0
    for draft in drafts:
        place = slice(start, start + len(draft.readings))
        start = place.stop
        best += _best(draft.readings, chances[place])
        if 0 < said[place].sum() < len(draft.readings):
            within.append((roc_auc_score(said[place], chances[place]), len(draft.readings)))
    values, sizes = zip(*within, strict=True)
    return Measured(
        rewrites=len(said),
        yes=float(said.mean()),
        auc=float(roc_auc_score(said, chances)),
        auc_within_drafts=float(np.average(values, weights=sizes)),
        yes_among_best=float(np.mean(best)),
    )


def _fitted(rows: csr_matrix, said: np.ndarray) -> LogisticRegression:
    model = LogisticRegression(C=BOLDNESS, solver="liblinear", max_iter=300, random_state=1)
    model.fit(rows, said)
    model.coef_[np.abs(model.coef_) < LEAST] = 0.0
    return model


def _matrix(drafts: Sequence[ReadDraft]) -> tuple[DictVectorizer, csr_matrix, np.ndarray]:
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform(
        [dict.fromkeys(_features(draft, reading), 1.0) for draft in drafts for reading in draft.readings]
    )
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    return vectorizer, rows, np.array([reading.yes for draft in drafts for reading in draft.readings])


def _features(draft: ReadDraft, reading: Reading) -> Iterator[tuple[str, str]]:
    """Each trait for any rewrite, for the move's and for the kind's, as `Appeal` adds them up."""
    for owner in owners(reading.move, reading.kind):
        if owner:
            yield owner, ITSELF
        for trait in (*draft.traits, *reading.traits, reading.wording):
            yield owner, trait


def _best(readings: Sequence[Reading], chances: np.ndarray) -> list[bool]:
    """What was said of the likeliest rewrites of one draft, no two of a kind."""
    found: dict[tuple[str, str], bool] = {}
    for place in np.argsort(-chances, kind="stable"):
        reading = readings[place]
        if len(found) < SHOWN:
            found.setdefault((reading.move, reading.kind), reading.yes)
    return list(found.values())
