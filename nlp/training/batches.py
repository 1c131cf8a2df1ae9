"""Units as tensors, sorted by length into batches of about so many tokens."""

import random
from collections.abc import Iterator, Sized
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from nlp.language.features import COLUMNS, feature_rows
from nlp.training.labels import NONE, Labels, tag_of
from nlp.training.units import Unit

Batch = dict[str, Tensor]
Lesson = TypeVar("Lesson", bound=Sized)
CHOSEN = ("arcs", "tags", "lemmas", "deprels")


def batched(units: list[Lesson], tokens: int, rng: random.Random) -> Iterator[list[Lesson]]:
    """Batches of units of like length, in random order, with at most so many tokens (padding counted)."""
    ordered = sorted(units, key=lambda unit: len(unit) + rng.random() * 8)
    batches: list[list[Lesson]] = [[]]
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
    """Rows, masks and what is to be learnt. The root's number is the batch's length.

    What is to be learnt is, of arcs, tags, lemmas and deprels each, choices and their chances: batch x length
    x choices. Treebanks have one choice; its chance is 0 where the label is not one that is learnt.
    """
    batch = spellings(units)
    length = batch["mask"].shape[1]
    shape = (len(units), length)
    chosen = {name: np.full(shape, NONE, dtype=np.int64) for name in CHOSEN}
    starts = np.zeros(shape, dtype=np.float32)
    sentences = np.full(shape, NONE, dtype=np.int64)
    for line, unit in enumerate(units):
        place = {token: number for number, token in enumerate(unit)}
        starts[line, : len(unit)] = [token.starts for token in unit]
        sentences[line, : len(unit)] = np.cumsum(starts[line, : len(unit)])
        for number, token in enumerate(unit):
            chosen["arcs"][line, number] = length if token.head is None else place[token.head]
            chosen["tags"][line, number] = labels.number("tags", tag_of(token))
            chosen["lemmas"][line, number] = labels.number("lemmas", token.rule)
            chosen["deprels"][line, number] = labels.number("deprels", token.deprel)
    for name, numbers in chosen.items():
        batch[name] = torch.from_numpy(numbers.clip(0)[:, :, None])
        batch[f"{name}_chances"] = torch.from_numpy((numbers != NONE)[:, :, None].astype(np.float32))
    batch["starts"] = torch.from_numpy(starts)
    batch["heads"] = torch.where(batch["mask"] > 0, batch["arcs"][:, :, 0], length)
    batch["allowed"] = within_sentences(torch.from_numpy(sentences))
    return batch


def spellings(units: list[Unit]) -> Batch:
    """The rows of the tokens, and a mask that is 1 for them and 0 for padding."""
    shape = (len(units), max(map(len, units)))
    rows = np.zeros((*shape, len(COLUMNS)), dtype=np.int64)
    mask = np.zeros(shape, dtype=np.float32)
    for line, unit in enumerate(units):
        forms, glued = [token.form for token in unit], [token.glued for token in unit]
        rows[line, : len(unit)] = feature_rows(forms, glued)
        mask[line, : len(unit)] = 1
    return {"rows": torch.from_numpy(rows), "mask": torch.from_numpy(mask)}


def within_sentences(sentences: Tensor) -> Tensor:
    """Which token may be whose head: any other of its sentence. `NONE` is the sentence of padding."""
    together = (sentences[:, :, None] == sentences[:, None, :]) & (sentences != NONE)[:, None, :]
    together.diagonal(dim1=1, dim2=2).fill_(value=False)
    return together
