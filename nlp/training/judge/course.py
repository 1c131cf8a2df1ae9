"""How a transformer is taught verdicts. A course that was cut off goes on where it was kept last."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import joblib
import numpy as np
import torch
from torch import Tensor, nn

from nlp.judge.network import LAYERS
from nlp.training.judge.batches import common_pieces, padded, pieces_of, shuffled
from nlp.training.judge.network_lessons import NetworkLesson
from nlp.training.judge.transformer import DEVICE, Transformer

BATCH, HEAD_RATE, WARM_UP = 48, 1e-3, 200
KEPT_EACH = 400
"""Steps after which what was learnt so far is kept."""


@dataclass(frozen=True)
class Course:
    """How much there is to learn with, and how fast."""

    layers: int
    fewest: int
    """Drafts that a word piece must stand in to be known; other words are cut into smaller pieces."""
    learns_words: bool
    """Whether the vectors of word pieces change, too. Kept, words that no post had stay in their place."""
    epochs: int
    rate: float


TEACHER = Course(layers=6, fewest=16, learns_words=True, epochs=3, rate=1e-4)
NETWORK = Course(layers=LAYERS, fewest=40, learns_words=False, epochs=2, rate=3e-4)
LAST = Course(layers=LAYERS, fewest=40, learns_words=False, epochs=1, rate=1e-4)


def taught(course: Course, lessons: Sequence[NetworkLesson], kept: Path) -> Transformer:
    """The transformer that these lessons make of MiniLM, from `kept` where it is there already."""
    torch.manual_seed(0)  # for its head, too
    transformer = Transformer(
        course.layers, common_pieces([lesson.read for lesson in lessons], course.fewest)
    )
    transformer.load_state_dict(_learnt(transformer, course, lessons, kept))
    return transformer.eval()


def taught_more(
    transformer: Transformer, course: Course, lessons: Sequence[NetworkLesson], kept: Path
) -> Transformer:
    """The transformer half way to what these lessons make of it.

    So it knows most of what they tell and has forgotten little (Wortsman and others 2022).
    """
    before = {name: value.clone() for name, value in transformer.state_dict().items()}
    after = _learnt(transformer, course, lessons, kept, transformer.head.weight.numpy(force=True))
    half_way = {
        name: (value + after[name]) / 2 if value.is_floating_point() else value
        for name, value in before.items()
    }
    transformer.load_state_dict(half_way)
    return transformer.eval()


def _learnt(
    transformer: Transformer,
    course: Course,
    lessons: Sequence[NetworkLesson],
    kept: Path,
    *began_as: np.ndarray,
) -> dict[str, Tensor]:
    file = kept / f"transformer-{joblib.hash((course, list(lessons), BATCH, HEAD_RATE, *began_as))}.pt"
    if not file.exists():
        _teach(transformer, course, lessons, file.with_suffix(".begun.pt"))
        torch.save(transformer.state_dict(), file)
    learnt: dict[str, Tensor] = torch.load(file, map_location=DEVICE)
    return learnt


def _teach(transformer: Transformer, course: Course, lessons: Sequence[NetworkLesson], begun: Path) -> None:
    torch.manual_seed(0)
    torch.backends.cuda.matmul.allow_tf32 = True
    transformer.train().begin.requires_grad_(course.learns_words)
    body = [*transformer.begin.parameters(), *transformer.layers.parameters()]
    rates = [
        {"params": [some for some in body if some.requires_grad], "lr": course.rate},
        {"params": transformer.head.parameters(), "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    pieces = pieces_of([lesson.read for lesson in lessons], transformer.pieces)
    batches = _all_batches([len(ids) for ids, _ in pieces], course.epochs)
    falling = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / WARM_UP, max(0.02, (len(batches) - step) / (len(batches) - WARM_UP))),
    )
    learning = {"transformer": transformer, "optimizer": optimizer, "rate": falling}
    shares = torch.tensor([lesson.shares for lesson in lessons], device=DEVICE)
    counts = torch.tensor([lesson.count for lesson in lessons], device=DEVICE)
    for step in range(_gone_on(learning, begun), len(batches)):
        rows = batches[step]
        sums = transformer(*(part.to(DEVICE) for part in padded([pieces[row] for row in rows])))
        optimizer.zero_grad()
        _surprise(sums, shares[rows], counts[rows]).backward()
        nn.utils.clip_grad_norm_(transformer.parameters(), 1.0)
        optimizer.step()
        falling.step()
        if (step + 1) % KEPT_EACH == 0:
            _keep(learning, step + 1, begun)
            click.echo(f"{course.layers} layers: step {step + 1} of {len(batches)}")


def _surprise(sums: Tensor, shares: Tensor, counts: Tensor) -> Tensor:
    each = -(shares * torch.log_softmax(sums, dim=1)).sum(dim=1)
    return (each * counts).sum() / counts.sum()


def _all_batches(lengths: list[int], epochs: int) -> list[list[int]]:
    rng = random.Random(0)  # noqa: S311 (nothing secret is drawn)
    return [batch for _ in range(epochs) for batch in shuffled(lengths, BATCH, rng)]


def _keep(learning: dict[str, Any], step: int, file: Path) -> None:
    states = {name: part.state_dict() for name, part in learning.items()}
    torch.save({"step": step, "random": torch.get_rng_state(), **states}, file)


def _gone_on(learning: dict[str, Any], file: Path) -> int:
    """The step to go on with, once all is as it was there."""
    if not file.exists():
        return 0
    kept = torch.load(file, map_location=DEVICE)
    for name, part in learning.items():
        part.load_state_dict(kept[name])
    torch.set_rng_state(kept["random"].cpu())
    return int(kept["step"])
