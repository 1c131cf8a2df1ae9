"""The network in PyTorch, to be trained; `nlp.language.network` runs it with NumPy.

One encoder, and heads on it: tag, lemma rule, sentence start, arc to the head, and relation. Arcs are scored
as in Dozat and Manning (2017), all pairs of tokens of a sentence at once.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from nlp.language.features import COLUMNS, TABLES


@dataclass
class Scores:
    """Logits: batch x length x labels; for arcs batch x length x (length + 1), the last for the root."""

    tags: Tensor
    lemmas: Tensor
    starts: Tensor
    arcs: Tensor
    deprels: Tensor


class Embedding(nn.Module):
    """The sum of the rows that `feature_rows` names."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.tables = nn.ModuleDict({name: nn.Embedding(rows, width) for name, rows in TABLES.items()})
        for table in self.tables.values():
            nn.init.normal_(table.weight, std=0.3)

    def start_from(self, tables: dict[str, NDArray[np.float32]]) -> None:
        """Take rows learnt elsewhere for the tables that there are."""
        for name, rows in tables.items():
            self.tables[name].weight.data.copy_(torch.from_numpy(rows))

    def forward(self, rows: Tensor, word_dropout: float = 0.0) -> Tensor:
        """`rows` is batch x length x columns. In training some words are left to their affixes."""
        total = 0
        for column, name in enumerate(COLUMNS):
            vectors = self.tables[name](rows[..., column])
            if name == "word" and self.training and word_dropout:
                if column == 0:
                    kept = (torch.rand(rows.shape[:2], device=rows.device) > word_dropout).unsqueeze(-1)
                vectors = vectors * kept
            total = total + vectors
        return total


class Convolution(nn.Module):
    """A residual layer over each token and its two neighbours, with two-piece maxout."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(3 * width, 2 * width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, tokens: Tensor, mask: Tensor) -> Tensor:
        """`mask` is 1 for tokens and 0 for padding."""
        normed = self.norm(tokens) * mask.unsqueeze(-1)
        before = functional.pad(normed, (0, 0, 1, 0))[:, :-1]
        after = functional.pad(normed, (0, 0, 0, 1))[:, 1:]
        pieces = self.mix(torch.cat([before, normed, after], dim=-1))
        return tokens + self.dropout(torch.maximum(*pieces.chunk(2, dim=-1)))


class Attention(nn.Module):
    """A residual layer over the tokens within `reach`, with a bias for each distance, and a dense part."""

    def __init__(self, width: int, heads: int, reach: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.reach = heads, reach
        self.norm = nn.LayerNorm(width)
        self.queries_keys_values = nn.Linear(width, 3 * width)
        self.distance = nn.Parameter(torch.zeros(heads, 2 * reach + 1))
        self.out = nn.Linear(width, width)
        self.dense_norm = nn.LayerNorm(width)
        self.dense_in = nn.Linear(width, 2 * width)
        self.dense_out = nn.Linear(2 * width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, tokens: Tensor, mask: Tensor) -> Tensor:
        """`mask` is 1 for tokens and 0 for padding."""
        batch, length, width = tokens.shape
        projected = self.queries_keys_values(self.norm(tokens)).view(batch, length, 3, self.heads, -1)
        queries, keys, values = projected.permute(2, 0, 3, 1, 4)
        places = torch.arange(length, device=tokens.device)
        distances = places.unsqueeze(0) - places.unsqueeze(1)
        bias = self.distance[:, distances.clamp(-self.reach, self.reach) + self.reach]
        visible = (distances.abs() <= self.reach) & mask.bool()[:, None, None, :]
        bias = bias.unsqueeze(0).masked_fill(~visible, -1e4)
        mixed = functional.scaled_dot_product_attention(queries, keys, values, attn_mask=bias)
        tokens = tokens + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, length, width)))
        dense = self.dense_out(functional.relu(self.dense_in(self.dense_norm(tokens))))
        return tokens + self.dropout(dense)


class Encoder(nn.Module):
    """Embeddings, convolutions for what stands near, attention for what stands far."""

    def __init__(
        self,
        width: int,
        convolutions: int,
        attentions: int,
        heads: int,
        reach: int,
        dropout: float,
        word_dropout: float,
    ) -> None:
        super().__init__()
        self.word_dropout = word_dropout
        self.embedding = Embedding(width)
        self.dropout = nn.Dropout(dropout)
        self.convolutions = nn.ModuleList(Convolution(width, dropout) for _ in range(convolutions))
        self.attentions = nn.ModuleList(Attention(width, heads, reach, dropout) for _ in range(attentions))
        self.norm = nn.LayerNorm(width)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Vectors of the tokens, each with its surroundings."""
        tokens = self.dropout(self.embedding(rows, self.word_dropout))
        for layer in [*self.convolutions, *self.attentions]:
            tokens = layer(tokens, mask)
        return self.norm(tokens)


class Heads(nn.Module):
    """What is told of each token, from its vector."""

    def __init__(
        self,
        width: int,
        arc_width: int,
        label_width: int,
        tags: int,
        lemmas: int,
        deprels: int,
        dropout: float,
    ) -> None:
        super().__init__()
        self.tags = nn.Linear(width, tags)
        self.lemmas = nn.Linear(width, lemmas)
        self.starts = nn.Linear(3 * width, 1)
        self.arc_from = nn.Linear(width, arc_width)
        self.arc_to = nn.Linear(width, arc_width)
        self.arc_root = nn.Parameter(torch.randn(arc_width) * 0.1)
        self.arc_bias = nn.Linear(width, 1)
        self.label_from = nn.Linear(width, label_width)
        self.label_to = nn.Linear(width, label_width)
        self.label_root = nn.Parameter(torch.randn(label_width) * 0.1)
        self.label_out = nn.Linear(label_width, deprels)
        self.arc_scale = arc_width**-0.5
        self.dropout = nn.Dropout(dropout)

    def forward(self, tokens: Tensor, allowed: Tensor, heads: Tensor) -> Scores:
        """Score all labels and arcs, and the relations to the given `heads`; the length stands for the root.

        `allowed` (batch x length x length) says which tokens may be whose head.
        """
        batch = len(tokens)
        tokens = self.dropout(tokens)
        before = functional.pad(tokens, (0, 0, 1, 0))[:, :-1]
        before_that = functional.pad(tokens, (0, 0, 2, 0))[:, :-2]
        starts = self.starts(torch.cat([before_that, before, tokens], dim=-1)).squeeze(-1)
        dependents = self.dropout(functional.relu(self.arc_from(tokens)))
        governors = self.dropout(functional.relu(self.arc_to(tokens)))
        governors = torch.cat([governors, self.arc_root.expand(batch, 1, -1)], dim=1)
        arcs = dependents @ governors.transpose(1, 2) * self.arc_scale
        arcs = arcs + functional.pad(self.arc_bias(tokens).squeeze(-1), (0, 1)).unsqueeze(1)
        arcs = arcs.masked_fill(~functional.pad(allowed, (0, 1), value=True), -1e4)
        targets = torch.cat([self.label_to(tokens), self.label_root.expand(batch, 1, -1)], dim=1)
        chosen = targets.gather(1, heads.unsqueeze(-1).expand(-1, -1, targets.shape[-1]))
        deprels = self.label_out(self.dropout(functional.relu(self.label_from(tokens) + chosen)))
        return Scores(self.tags(tokens), self.lemmas(tokens), starts, arcs, deprels)


class Parser(nn.Module):
    """The whole network."""

    def __init__(self, encoder: Encoder, heads: Heads) -> None:
        super().__init__()
        self.encoder, self.heads = encoder, heads
        self.width = encoder.norm.normalized_shape[0]

    def forward(self, batch: "dict[str, Tensor]") -> Scores:
        """Score a batch from `nlp.training.batches`."""
        tokens = self.encoder(batch["rows"], batch["mask"])
        return self.heads(tokens, batch["allowed"], batch["heads"])
