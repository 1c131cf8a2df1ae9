"""The small network that weighs the traits of a word and the parser's vector: how it is learnt.

Several are learnt from different beginnings and laid side by side in one: together they err less.
"""

import math
from collections import Counter

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from nlp.language.imperative import Floats, Learnt
from nlp.training.imperative_lessons import Example, all_traits

NETWORKS = 3
HIDDEN = 16  # units in each
OFTEN = 4  # examples that a trait must be in to be looked at
EPOCHS, BATCH = 14, 192
RATE, DECAY = 4e-3, 0.05
HIDDEN_DROPOUT, TRAIT_DROPOUT = 0.3, 0.15
READING = 0.3  # makes the numbers of the parser's vector as small as traits, which are 0 or 1
SELDOM = -2.0  # log odds of an imperative that learning starts from
NO_TRAIT = 0


class CallNetwork(nn.Module):
    """Log odds: a weight per trait and number of the vector, and what hidden units add."""

    def __init__(self, traits: int, reading: int) -> None:
        super().__init__()
        self.traits = nn.Embedding(traits + 1, 1 + HIDDEN, padding_idx=NO_TRAIT)
        self.reading = nn.Linear(reading, 1 + HIDDEN)
        self.hidden = nn.Linear(HIDDEN, 1)
        with torch.no_grad():
            self.traits.weight.normal_(0, 0.1)
            self.traits.weight[:, 0] = 0
            self.traits.weight[NO_TRAIT] = 0
            self.reading.bias[0] = SELDOM

    def forward(self, rows: Tensor, readings: Tensor) -> Tensor:
        """Of examples with the rows of their traits, padded with `NO_TRAIT`."""
        if self.training:
            rows = rows * (torch.rand(rows.shape) > TRAIT_DROPOUT)
        sums = self.traits(rows).sum(1) + self.reading(readings)
        units = functional.dropout(sums[:, 1:].relu(), HIDDEN_DROPOUT, self.training)
        odds: Tensor = sums[:, 0] + self.hidden(units)[:, 0]
        return odds


def learn_network(told: list[Example], seems: Floats, caution: float) -> Learnt:
    """What the examples tell. `caution` is the chance from which on a word is called an imperative."""
    torch.set_num_threads(1)
    names = all_traits(told, {one.place for one in told if one.is_call})
    seen = Counter(name for traits in names for name in traits)
    kept = sorted(name for name, times in seen.items() if times >= OFTEN)
    row = {name: number for number, name in enumerate(kept, start=NO_TRAIT + 1)}
    rows = [torch.tensor(sorted(row[name] for name in traits if name in row)) for traits in names]
    lessons = (
        nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=NO_TRAIT),
        torch.from_numpy(np.array([one.reading for one in told], dtype=np.float32) * READING),
        torch.tensor([float(one.is_call) for one in told]),
        torch.tensor([one.share for one in told]),
    )
    networks = [_taught(seed, len(kept), lessons) for seed in range(NETWORKS)]
    return _side_by_side(networks, kept, seems, caution)


def _taught(seed: int, traits: int, lessons: tuple[Tensor, ...]) -> CallNetwork:
    torch.manual_seed(seed)
    network = CallNetwork(traits, lessons[1].shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    batches = math.ceil(len(lessons[0]) / BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1, 0, EPOCHS * batches)
    for _ in range(EPOCHS):
        for numbers in torch.randperm(len(lessons[0])).split(BATCH):
            rows, readings, answers, shares = (column[numbers] for column in lessons)
            losses = functional.binary_cross_entropy_with_logits(
                network(rows, readings), answers, reduction="none"
            )
            optimizer.zero_grad()
            ((losses * shares).sum() / shares.sum()).backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def _side_by_side(networks: list[CallNetwork], names: list[str], seems: Floats, caution: float) -> Learnt:
    """One network whose log odds are the mean of theirs."""

    def joined(parts: list[Tensor]) -> Floats:
        weights = sum(part[..., :1] for part in parts) / len(parts)
        units = [part[..., 1:] for part in parts]
        numbers: Floats = torch.cat([torch.as_tensor(weights), *units], dim=-1).numpy()
        return numbers

    with torch.no_grad():
        base = joined([network.reading.bias for network in networks])
        base[0] += sum(network.hidden.bias.item() for network in networks) / len(networks)
        base[0] -= math.log(caution / (1 - caution))
        hidden = torch.cat([network.hidden.weight[0] for network in networks]).numpy() / len(networks)
        return Learnt(
            seems=seems,
            rows={name: number for number, name in enumerate(names)},
            traits=joined([network.traits.weight[NO_TRAIT + 1 :] for network in networks]),
            reading=joined([network.reading.weight.T for network in networks]) * READING,
            base=base,
            hidden=hidden,
        )
