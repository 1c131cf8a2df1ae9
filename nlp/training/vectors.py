"""Word vectors from text without labels, as a start for the network's hashed embeddings.

Each word is described by the words that stand one or two places before and after it (positive pointwise
mutual information, reduced by singular values; Levy and Goldberg 2014). The rows of the embedding tables
that its spelling points to are then chosen so that their sum comes close: affixes place the words never seen.
"""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix, diags, hstack
from scipy.sparse.linalg import lsqr

from nlp.language.features import COLUMNS, TABLES, feature_rows, normalise

WORDS = 30_000  # described words
CONTEXTS = 6_000  # words that describe
PLACES = (-2, -1, 1, 2)
SMOOTHING = 0.75  # of context frequencies
POWER_ITERATIONS = 3
SPREAD = 0.85  # of the sum of rows, as wide as the random start's
SPELLING = [(number, name) for number, name in enumerate(COLUMNS) if name not in ("shape", "space")]

Sentences = Iterable[list[str]]


def start_tables(sentences: Sentences, width: int, seed: int) -> dict[str, NDArray[np.float32]]:
    """Rows for each table of the embedding that spelling points to."""
    forms: Counter[str] = Counter()
    stream: list[str] = []
    for sentence in sentences:
        forms.update(sentence)
        stream.extend(["", "", *map(normalise, sentence)])
    vocabulary, vectors = _describe(stream, width, seed)
    first_form = {}
    for form, _ in forms.most_common():
        first_form.setdefault(normalise(form), form)
    rows = np.vstack([feature_rows([first_form[word]], [False]) for word in vocabulary])
    return _solve(rows, vectors)


def _describe(stream: list[str], width: int, seed: int) -> tuple[list[str], NDArray[np.float64]]:
    counts = Counter(stream)
    del counts[""]
    vocabulary = [word for word, count in counts.most_common(WORDS) if count > 2]
    number = {word: place for place, word in enumerate(vocabulary)}
    words = np.array([number.get(word, -1) for word in stream])
    described = csr_matrix(hstack([_neighbours(words, place, len(vocabulary)) for place in PLACES]))
    information = _mutual_information(described)
    left, sizes = _singular_vectors(information, width, np.random.default_rng(seed))
    vectors = left * np.sqrt(sizes)
    return vocabulary, vectors / np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-6) * np.sqrt(
        width
    ) * SPREAD


def _neighbours(words: NDArray[np.intp], place: int, size: int) -> coo_matrix:
    here, there = (words[-place:], words[:place]) if place < 0 else (words[:-place], words[place:])
    seen = (here >= 0) & (there >= 0) & (there < CONTEXTS)
    ones = np.ones(int(seen.sum()), dtype=np.float32)
    return coo_matrix((ones, (here[seen], there[seen])), shape=(size, CONTEXTS))


def _mutual_information(counts: csr_matrix) -> csr_matrix:
    of_words = np.asarray(counts.sum(axis=1)).ravel().clip(1)
    of_contexts = np.asarray(counts.sum(axis=0)).ravel().clip(1) ** SMOOTHING
    information = diags(1 / of_words) @ counts @ diags(of_contexts.sum() / of_contexts)
    information.data = np.log(information.data).clip(0)
    return csr_matrix(information)


def _singular_vectors(
    matrix: csr_matrix, count: int, rng: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The leading ones, by randomised power iteration (Halko, Martinsson and Tropp 2011)."""
    basis = matrix @ rng.standard_normal((matrix.shape[1], count + 16)).astype(np.float32)
    for _ in range(POWER_ITERATIONS):
        basis = matrix @ (matrix.T @ np.linalg.qr(basis)[0])
    basis = np.linalg.qr(basis)[0]
    left, sizes, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    return basis @ left[:, :count], sizes[:count]


def _solve(rows: NDArray[np.int32], vectors: NDArray[np.float64]) -> dict[str, NDArray[np.float32]]:
    """Least squares for the rows whose sums shall be the vectors."""
    names = list(dict.fromkeys(name for _, name in SPELLING))
    offsets = dict(zip(names, np.cumsum([0, *(TABLES[name] for name in names)]).tolist(), strict=False))
    columns = np.stack([rows[:, number] + offsets[name] for number, name in SPELLING], axis=1)
    lines = np.repeat(np.arange(len(rows)), len(SPELLING))
    total = sum(TABLES[name] for name in names)
    points = csr_matrix((np.ones(columns.size), (lines, columns.ravel())), shape=(len(rows), total))
    solved = np.stack([lsqr(points, vector, damp=0.5, iter_lim=25)[0] for vector in vectors.T], axis=1)
    return {name: solved[offsets[name] : offsets[name] + TABLES[name]].astype(np.float32) for name in names}
