"""Units as tensors, sorted by length into batches of about so many tokens."""

import random
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor

from nlp.language.features import feature_rows
from nlp.training.labels import NONE, Labels, tag_of
from nlp.training.units import Unit

Batch = dict[str, Tensor]


def batched(units: list[Unit], tokens: int, rng: random.Random) -> Iterator[list[Unit]]:
    """Batches of units of like length, in random order, with at most so many tokens (padding counted)."""
    ordered = sorted(units, key=lambda unit: len(unit) + rng.random() * 8)
    batches: list[list[Unit]] = [[]]
    longest = 0
    for unit in ordered:
        longest = max(longest, len(unit))
        if batches[-1] and longest * (len(batches[-1]) + 1) > tokens:
            batches.append([])
            longest = len(unit)
        batches[-1].append(unit)
    rng.shuffle(batches)
    yield from batches


def as_tensors(units: list[Unit], labels: Labels) -> Batch:
    """Rows, masks and what is to be learnt. The root's number is the batch's length."""
    length = max(map(len, units))
    shape = (len(units), length)
    rows = np.zeros((*shape, len(feature_rows(["a"], [False])[0])), dtype=np.int64)
    batch = {name: np.full(shape, NONE, dtype=np.int64) for name in ("tags", "lemmas", "deprels")}
    batch["heads"] = np.full(shape, length, dtype=np.int64)
    batch["starts"] = np.zeros(shape, dtype=np.float32)
    batch["mask"] = np.zeros(shape, dtype=np.float32)
    sentence = np.full(shape, NONE, dtype=np.int64)
    for line, unit in enumerate(units):
        rows[line, : len(unit)] = feature_rows(
            [token.form for token in unit], [token.glued for token in unit]
        )
        place = {token: number for number, token in enumerate(unit)}
        batch["mask"][line, : len(unit)] = 1
        sentence[line, : len(unit)] = np.cumsum([token.starts for token in unit])
        for number, token in enumerate(unit):
            batch["tags"][line, number] = labels.number("tags", tag_of(token))
            batch["lemmas"][line, number] = labels.number("lemmas", token.rule)
            batch["deprels"][line, number] = labels.number("deprels", token.deprel)
            batch["starts"][line, number] = token.starts
            if token.head is not None:
                batch["heads"][line, number] = place[token.head]
    batch["rows"] = rows
    tensors = {name: torch.from_numpy(array) for name, array in batch.items()}
    together = sentence[:, :, None] == sentence[:, None, :]
    tensors["allowed"] = torch.from_numpy(together & (sentence != NONE)[:, None, :])
    tensors["allowed"][:, range(length), range(length)] = False
    return tensors
