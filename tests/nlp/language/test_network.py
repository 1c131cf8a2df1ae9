import numpy as np
import pytest

from nlp.language.network import Convolution, Network, Table, load_weights
from nlp.language.syntax_pipe import MODEL

WEIGHTS = load_weights(MODEL / "weights.npz")


def test_a_table_gives_its_small_numbers_in_their_scale():
    table = Table(np.array([[1, -2], [3, 0]], np.int8), np.array([[0.5], [2]], np.float32))
    assert table[np.array([1, 0])].tolist() == [[6, 0], [0.5, -1]]


def test_all_but_the_tables_are_read_as_floats():
    assert {array.dtype for name, array in WEIGHTS.items() if ".tables." not in name} == {np.dtype("float32")}


def test_units_do_not_see_each_other():
    network = Network(WEIGHTS)
    rows = np.array([[3, 5, 7, 9, 11, 13, 15, 2]] * 4, np.int32)
    apart = network.encode(rows, np.array([0, 0, 1, 1]))
    assert apart[:2] == pytest.approx(apart[2:], abs=1e-5)
    assert apart != pytest.approx(network.encode(rows, np.zeros(4, np.intp)), abs=1e-2)


def test_a_convolution_sees_one_neighbour_to_each_side():
    convolution = Convolution(WEIGHTS, "encoder.convolutions.0")
    width = Network(WEIGHTS).width
    tokens = np.random.default_rng(0).standard_normal((5, width)).astype(np.float32)
    changed = tokens.copy()
    changed[4] += 1 + np.arange(width, dtype=np.float32)
    first = np.array([True, False, False, False, False])
    moved = np.abs(convolution(tokens, first) - convolution(changed, first)).max(axis=1) > 1e-4
    assert moved.tolist() == [False, False, False, True, True]
