from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.language.trees import ROOT, best_tree


def test_takes_the_best_heads_where_they_make_a_tree():
    scores = np.array([[0, 5, 1], [1, 0, 6]], dtype=np.float32)
    assert best_tree(scores).tolist() == [1, ROOT]


def test_breaks_a_cycle_at_its_weakest_arc():
    scores = np.array([[0, 9, 1, 0], [8, 0, 3, 0], [1, 1, 0, 9]], dtype=np.float32)
    assert best_tree(scores).tolist() == [1, 2, ROOT]


def test_one_word_is_its_own_root():
    assert best_tree(np.zeros((1, 2), dtype=np.float32)).tolist() == [ROOT]


@given(st.integers(121, 140), st.integers(0, 10**6))
def test_what_is_too_long_to_search_still_has_a_tree(size, seed):
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    assert is_tree(best_tree(scores).tolist())


@given(st.integers(1, 5), st.integers(0, 10**6))
def test_is_the_best_of_all_trees_with_its_root(size, seed):
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    np.fill_diagonal(scores, -1e4)
    heads = best_tree(scores).tolist()
    assert is_tree(heads)
    root = heads.index(ROOT)
    rivals = [
        rival
        for rival in product(*([ROOT] if token == root else range(size) for token in range(size)))
        if is_tree(rival)
    ]
    assert total(scores, heads) >= max(total(scores, rival) for rival in rivals) - 1e-4


def is_tree(heads):
    if list(heads).count(ROOT) != 1:
        return False
    for token in range(len(heads)):
        seen = set()
        while token != ROOT:
            if token in seen:
                return False
            seen.add(token)
            token = heads[token]
    return True


def total(scores, heads):
    return sum(scores[token, head] for token, head in enumerate(heads))
