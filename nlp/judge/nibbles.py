"""Weights in half a byte each: 32 neighbours share a scale, and each is one of 15 steps of it."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

NEIGHBOURS = 32
STEPS = 7
"""Steps on either side of nought."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Table:
    """Rows that are only made into floats where they are looked up. Their width is a multiple of 32."""

    steps: npt.NDArray[np.int8]
    """Rows, groups of neighbours, neighbours."""
    scales: npt.NDArray[np.float16]
    """Rows, groups, 1."""

    def __getitem__(self, rows: list[int]) -> Floats:
        return Table(self.steps[rows], self.scales[rows]).floats

    @property
    def floats(self) -> Floats:
        """All rows."""
        return np.multiply(self.steps, self.scales, dtype=np.float32).reshape(len(self.steps), -1)


def packed(name: str, values: Floats) -> dict[str, Any]:
    """The arrays that keep a table, for `unpacked`."""
    groups = values.reshape(len(values), -1, NEIGHBOURS)
    scales = (np.abs(groups).max(axis=2, keepdims=True) / STEPS + 1e-7).astype(np.float16)
    steps = np.clip(np.round(groups / scales.astype(np.float32)), -STEPS, STEPS).astype(np.int8) + STEPS
    pairs = steps.reshape(len(values), -1, 2).astype(np.uint8)
    return {name: pairs[:, :, 0] * 16 + pairs[:, :, 1], f"{name} scales": scales}


def unpacked(arrays: "np.lib.npyio.NpzFile", name: str) -> Table:
    """The table of that name."""
    pairs, scales = arrays[name], arrays[f"{name} scales"]
    steps = np.stack([pairs // 16, pairs % 16], axis=2).astype(np.int8) - STEPS
    return Table(steps.reshape(*scales.shape[:2], NEIGHBOURS).astype(np.int8), scales)
