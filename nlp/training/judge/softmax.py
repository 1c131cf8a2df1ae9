"""Logistic regression over verdicts that may be taught by shares: this post is 70 % me-too."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

STEPS = 60
LOOSENESS = 3.0
"""scikit-learn's C."""
ENOUGH = 1e-5
"""Change of the loss, relative to it, below which learning ends."""


@dataclass(frozen=True)
class Softmax:
    """Weights by column and verdict, and what is added for every post."""

    weights: np.ndarray
    bias: np.ndarray

    def sums(self, matrix: sp.csr_matrix) -> np.ndarray:
        """What each row adds up to for each verdict."""
        return np.asarray(matrix @ self.weights + self.bias)


def fit(matrix: sp.csr_matrix, shares: np.ndarray, counts: np.ndarray) -> Softmax:
    """Learn from rows whose verdicts have `shares`, each row as if it were there `counts` times."""
    width, verdicts = matrix.shape[1], shares.shape[1]
    turned = matrix.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        table = flat.reshape(width + 1, verdicts)
        sums = matrix @ table[:-1].astype(np.float32) + table[-1]
        sums -= sums.max(axis=1, keepdims=True)
        logs = sums - np.log(np.exp(sums).sum(axis=1, keepdims=True))
        surprise = -(counts[:, None] * shares * logs).sum()
        wrong = (counts[:, None] * (np.exp(logs) - shares)).astype(np.float32)
        slope = np.vstack([turned @ wrong + table[:-1] / LOOSENESS, wrong.sum(axis=0)])
        return float(surprise + np.square(table[:-1]).sum() / (2 * LOOSENESS)), slope.ravel().astype(float)

    found = minimize(
        loss,
        np.zeros((width + 1) * verdicts),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": STEPS, "ftol": ENOUGH},
    )
    table = found.x.reshape(width + 1, verdicts)
    return Softmax(table[:-1], table[-1])
