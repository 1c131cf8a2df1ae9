"""Weights in half a byte each come back close to what they were."""

from pathlib import Path

import numpy as np
import pytest

from nlp.judge.nibbles import NEIGHBOURS, STEPS, Table, packed, unpacked


@pytest.fixture
def values() -> np.ndarray:
    return np.random.default_rng(0).normal(size=(5, 3 * NEIGHBOURS)).astype(np.float32)


def kept(values: np.ndarray, folder: Path) -> Table:
    np.savez_compressed(folder / "some.npz", **packed("some", values))
    with np.load(folder / "some.npz") as arrays:
        return unpacked(arrays, "some")


def test_each_is_off_by_half_a_step_of_its_neighbours_at_most(values: np.ndarray, tmp_path: Path) -> None:
    highest = np.abs(values.reshape(5, -1, NEIGHBOURS)).max(axis=2).repeat(NEIGHBOURS, axis=1)
    off = np.abs(kept(values, tmp_path).floats - values)
    assert (off <= highest / STEPS * 0.501).all()


def test_rows_can_be_looked_up_by_themselves(values: np.ndarray, tmp_path: Path) -> None:
    table = kept(values, tmp_path)
    assert (table[[3, 0, 3]] == table.floats[[3, 0, 3]]).all()


def test_noughts_stay_noughts(tmp_path: Path) -> None:
    assert not kept(np.zeros((2, NEIGHBOURS), np.float32), tmp_path).floats.any()


def test_a_weight_takes_half_a_byte(values: np.ndarray) -> None:
    assert packed("some", values)["some"].nbytes * 2 == values.size
