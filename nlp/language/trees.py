"""The best tree over scored arcs: greedy where that gives one, else by Chu, Liu and Edmonds."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Heads = NDArray[np.intp]

ROOT = -1
NEVER = -1e9
LONGEST_EXACT = (
    120  # tokens; what is longer is no sentence, and the exact search takes the cube of its length
)


def best_tree(scores: NDArray[np.float32]) -> Heads:
    """The head of each token, `ROOT` for exactly one. `scores` is tokens by heads, the root's column last."""
    size = len(scores)
    heads: Heads = scores.argmax(axis=1)
    roots = np.flatnonzero(heads == size)
    if len(roots) != 1:
        margins = scores[:, size] - scores[:, :size].max(axis=1) if size > 1 else scores[:, size]
        root = int(margins.argmax())
    else:
        root = int(roots[0])
    if size > LONGEST_EXACT:
        heads[roots] = root
        for cycle in list(_cycles(heads, root)):
            heads[max(cycle, key=lambda token: scores[token, root])] = root
    elif len(roots) != 1 or any(_cycles(heads, root)):
        among = scores[:, :size].astype(np.float64)
        np.fill_diagonal(among, NEVER)
        heads = _maximum_tree(among, root)
    heads[root] = ROOT
    return heads


def _cycles(heads: Heads, root: int) -> Iterator[list[int]]:
    """The tokens of each cycle; none in a tree."""
    checked = {root}
    for start in range(len(heads)):
        path: list[int] = []
        token = start
        while token not in checked:
            checked.add(token)
            path.append(token)
            token = int(heads[token])
        if token in path:
            yield path[path.index(token) :]


def _maximum_tree(scores: NDArray[np.float64], root: int) -> Heads:
    """The spanning tree of the highest sum. `scores[dependent, head]`; the root's own head means nothing."""
    scores = scores.copy()
    scores[root] = NEVER
    heads: Heads = scores.argmax(axis=1)
    heads[root] = root
    cycle = next(_cycles(heads, root), None)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=np.bool_)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    members = np.array(cycle)
    kept = scores[members, heads[members]]
    entering = scores[np.ix_(members, outside)] - kept[:, None]  # what it costs to enter at each member
    leaving = scores[np.ix_(outside, members)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), NEVER)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[size, :size] = entering.max(axis=0)
    smaller[:size, size] = leaving.max(axis=1)
    solved = _maximum_tree(smaller, int(np.flatnonzero(outside == root)[0]))
    for place, token in enumerate(outside):
        head = int(solved[place])
        heads[token] = members[leaving[place].argmax()] if head == size else outside[head]
    broken = members[entering[:, solved[size]].argmax()]
    heads[broken] = outside[solved[size]]
    return heads
