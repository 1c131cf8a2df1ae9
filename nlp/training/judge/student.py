"""What ships: n-grams and traits summed up straight to the verdicts, and by way of a few hidden units.

The hidden units let "thanks" weigh less beside a number than by itself. Learns from shares of verdicts.
"""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sp
import torch
from torch import Tensor, nn

HIDDEN = 40
EPOCHS, BATCH, RATE, DECAY = 4, 256, 3e-3, 1e-4
DROPPED_UNITS, DROPPED_GRAMS = 0.3, 0.3
SETTINGS = (HIDDEN, EPOCHS, BATCH, RATE, DECAY, DROPPED_UNITS, DROPPED_GRAMS)
"""What, beside its lessons, makes a student what it is."""
ASKED = 512
"""Posts that are asked for at once."""


class Student(nn.Module):
    """N-grams as rows of embedding tables, traits as a plain vector."""

    def __init__(self, grams: int, traits: int, verdicts: int) -> None:
        super().__init__()
        self.rows = nn.EmbeddingBag(grams, verdicts, mode="sum")
        self.hidden = nn.EmbeddingBag(grams, HIDDEN, mode="sum")
        self.traits = nn.Linear(traits, verdicts)
        self.traits_hidden = nn.Linear(traits, HIDDEN)
        self.out = nn.Linear(HIDDEN, verdicts, bias=False)
        self.drop = nn.Dropout(DROPPED_UNITS)
        nn.init.zeros_(self.rows.weight)
        nn.init.normal_(self.hidden.weight, std=0.1)
        nn.init.zeros_(self.traits.weight)

    def forward(self, grams: Tensor, starts: Tensor, sizes: Tensor, traits: Tensor) -> Tensor:
        """The sums of each post for each verdict."""
        hidden = torch.relu(self.hidden(grams, starts, per_sample_weights=sizes) + self.traits_hidden(traits))
        straight = self.rows(grams, starts, per_sample_weights=sizes) + self.traits(traits)
        sums: Tensor = straight + self.out(self.drop(hidden))
        return sums


@dataclass(frozen=True)
class Posts:
    """The rows of a matrix as the network takes them; the last `width` columns are the traits."""

    ends: Tensor
    grams: Tensor
    sizes: Tensor
    traits: Tensor

    @classmethod
    def of(cls, matrix: sp.csr_matrix, width: int) -> "Posts":
        """The posts of all rows."""
        grams, traits = matrix[:, :-width].tocsr(), matrix[:, -width:].toarray()
        return cls(
            torch.from_numpy(grams.indptr.astype(np.int64)),
            torch.from_numpy(grams.indices.astype(np.int64)),
            torch.from_numpy(grams.data.astype(np.float32)),
            torch.from_numpy(traits.astype(np.float32)),
        )

    def some(self, rows: Tensor, dropped: float = 0.0) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """These rows, with a share of their n-grams dropped at random."""
        first = self.ends[rows]
        lengths = self.ends[rows + 1] - first
        starts = torch.cumsum(lengths, 0) - lengths
        places = torch.arange(int(lengths.sum())) + torch.repeat_interleave(first - starts, lengths)
        sizes = self.sizes[places]
        if dropped:
            sizes = sizes * (torch.rand(len(sizes)) > dropped) / (1 - dropped)
        return self.grams[places], starts, sizes, self.traits[rows]


def taught(matrix: sp.csr_matrix, width: int, shares: np.ndarray, counts: np.ndarray) -> Student:
    """A student of these rows, whose verdicts have `shares`, each as if it were there `counts` times."""
    torch.manual_seed(0)
    posts = Posts.of(matrix, width)
    gold, weights = (torch.from_numpy(some.astype(np.float32)) for some in (shares, counts))
    student = Student(matrix.shape[1] - width, width, shares.shape[1])
    optimizer = torch.optim.AdamW(student.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(gold) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.1)
    student.train()
    for _ in range(EPOCHS):
        for rows in torch.randperm(len(gold)).split(BATCH):
            logs = torch.log_softmax(student(*posts.some(rows, DROPPED_GRAMS)), dim=1)
            surprise = -(gold[rows] * logs).sum(dim=1)
            optimizer.zero_grad()
            ((surprise * weights[rows]).sum() / weights[rows].sum()).backward()
            optimizer.step()
            schedule.step()
    return student.eval()


def sums(student: Student, matrix: sp.csr_matrix, width: int) -> np.ndarray:
    """The sums of each row for each verdict."""
    posts = Posts.of(matrix, width)
    with torch.inference_mode():
        found = [student(*posts.some(rows)).numpy() for rows in torch.arange(matrix.shape[0]).split(ASKED)]
    return np.concatenate(found)
