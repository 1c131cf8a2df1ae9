"""The trained network, run with NumPy: vectors for tokens, and from them tags, sentences and trees.

The layers and their names are those of `nlp.training.networks`, which trains them. Tables of embeddings are
small integers with a scale per row, on disk and in memory; the rest are 16-bit floats, read into 32-bit ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.language.features import COLUMNS

Floats = NDArray[np.float32]
Weights = Mapping[str, NDArray[Any]]
HIDDEN = np.float32(-1e4)  # the logit of what may not be chosen


def load_weights(path: Path) -> Weights:
    """The arrays of a weights file: integers as they are, floats in 32 bits."""
    with np.load(path) as file:
        stored = {name: file[name] for name in file.files}
    return {
        name: array if array.dtype == np.int8 else array.astype(np.float32) for name, array in stored.items()
    }


@dataclass(frozen=True)
class Table:
    """Rows of an embedding, made into floats when they are looked up."""

    numbers: NDArray[np.int8]
    scale: Floats

    @classmethod
    def of(cls, weights: Weights, name: str) -> "Table":
        """The table of that name."""
        return cls(weights[f"{name}.weight"], weights[f"{name}.weight.scale"])

    @property
    def width(self) -> int:
        """Numbers in a row."""
        return int(self.numbers.shape[1])

    def __getitem__(self, rows: NDArray[np.int32]) -> Floats:
        """A vector for each of the rows."""
        vectors: Floats = self.numbers[rows] * self.scale[rows]
        return vectors


@dataclass(frozen=True)
class Linear:
    """A dense layer."""

    weight: Floats
    bias: Floats

    @classmethod
    def of(cls, weights: Weights, name: str) -> "Linear":
        """The layer of that name."""
        return cls(np.ascontiguousarray(weights[f"{name}.weight"].T), weights[f"{name}.bias"])

    def __call__(self, tokens: Floats) -> Floats:
        """The layer's output for each token."""
        output: Floats = tokens @ self.weight + self.bias
        return output


@dataclass(frozen=True)
class Norm:
    """Layer normalisation."""

    weight: Floats
    bias: Floats

    @classmethod
    def of(cls, weights: Weights, name: str) -> "Norm":
        """The layer of that name."""
        return cls(weights[f"{name}.weight"], weights[f"{name}.bias"])

    def __call__(self, tokens: Floats) -> Floats:
        """The vectors with mean 0 and spread 1 before the layer's own."""
        centred = tokens - tokens.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", centred, centred)[:, None] / tokens.shape[1]
        normed: Floats = centred * (1 / np.sqrt(spread + np.float32(1e-5))) * self.weight + self.bias
        return normed


class Convolution:
    """Mixes each token with its two neighbours in the unit."""

    def __init__(self, weights: Weights, name: str) -> None:
        self.norm = Norm.of(weights, f"{name}.norm")
        self.mix = Linear.of(weights, f"{name}.mix")

    def __call__(self, tokens: Floats, first: NDArray[np.bool_]) -> Floats:
        """`first` marks the first token of each unit."""
        normed = self.norm(tokens)
        width = tokens.shape[1]
        window: Floats = np.zeros((len(tokens), 3 * width), dtype=np.float32)
        window[1:, :width] = normed[:-1]
        window[:, width : 2 * width] = normed
        window[:-1, 2 * width :] = normed[1:]
        window[first, :width] = 0
        window[:-1][first[1:], 2 * width :] = 0
        pieces = self.mix(window)
        return tokens + np.maximum(pieces[:, :width], pieces[:, width:])


class Attention:
    """Mixes each token with those of its unit within reach."""

    def __init__(self, weights: Weights, name: str) -> None:
        self.norm = Norm.of(weights, f"{name}.norm")
        self.project = Linear.of(weights, f"{name}.queries_keys_values")
        self.distance = weights[f"{name}.distance"]
        self.out = Linear.of(weights, f"{name}.out")
        self.dense_norm = Norm.of(weights, f"{name}.dense_norm")
        self.dense_in = Linear.of(weights, f"{name}.dense_in")
        self.dense_out = Linear.of(weights, f"{name}.dense_out")

    @property
    def reach(self) -> int:
        """Tokens to each side."""
        return int(self.distance.shape[1]) // 2

    def __call__(self, tokens: Floats, distances: NDArray[np.intp], hidden: Floats) -> Floats:
        """`distances` index the biases; `hidden` is added to keep tokens from looking at some others."""
        length, width = tokens.shape
        heads = len(self.distance)
        projected = self.project(self.norm(tokens)).reshape(length, 3, heads, width // heads)
        queries, keys, values = projected.transpose(1, 2, 0, 3)
        scores: Floats = queries @ keys.transpose(0, 2, 1)
        scores *= np.float32((width // heads) ** -0.5)
        scores += self.distance[:, distances]
        scores += hidden
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed: Floats = (scores @ values).transpose(1, 0, 2).reshape(length, width)
        tokens = tokens + self.out(mixed)
        return tokens + self.dense_out(np.maximum(self.dense_in(self.dense_norm(tokens)), 0))


class Network:
    """Encodes units of tokens and scores what is asked of them."""

    def __init__(self, weights: Weights) -> None:
        self.tables = [Table.of(weights, f"encoder.embedding.tables.{name}") for name in COLUMNS]
        self.convolutions = _layers(Convolution, weights, "encoder.convolutions")
        self.attentions = _layers(Attention, weights, "encoder.attentions")
        self.norm = Norm.of(weights, "encoder.norm")
        self.tags = Linear.of(weights, "heads.tags")
        self.lemmas = Linear.of(weights, "heads.lemmas")
        self.start = Linear.of(weights, "heads.starts")
        self.arc_from = Linear.of(weights, "heads.arc_from")
        self.arc_to = Linear.of(weights, "heads.arc_to")
        self.arc_bias = Linear.of(weights, "heads.arc_bias")
        self.arc_root = weights["heads.arc_root"]
        self.label_from = Linear.of(weights, "heads.label_from")
        self.label_to = Linear.of(weights, "heads.label_to")
        self.label_root = weights["heads.label_root"]
        self.label_out = Linear.of(weights, "heads.label_out")

    @property
    def width(self) -> int:
        """Numbers per token vector."""
        return self.tables[0].width

    def encode(self, rows: NDArray[np.int32], units: NDArray[np.intp]) -> Floats:
        """A vector per token, from its features and the number of its unit: units don't see each other."""
        tokens = np.zeros((len(rows), self.width), dtype=np.float32)
        for table, column in zip(self.tables, rows.T, strict=True):
            tokens += table[column]
        first = np.empty(len(units), dtype=np.bool_)
        first[0] = True
        first[1:] = units[1:] != units[:-1]
        for convolution in self.convolutions:
            tokens = convolution(tokens, first)
        reach = self.attentions[0].reach
        places = np.arange(len(units))
        distances = places - places[:, None]
        visible = (units == units[:, None]) & (np.abs(distances) <= reach)
        hidden = np.where(visible, np.float32(0), HIDDEN)
        distances = np.clip(distances, -reach, reach) + reach
        for attention in self.attentions:
            tokens = attention(tokens, distances, hidden)
        return self.norm(tokens)

    def starts(self, tokens: Floats, units: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Which tokens begin a sentence. The first of a unit does."""
        window: Floats = np.zeros((len(tokens), 3 * self.width), dtype=np.float32)
        window[2:, : self.width] = tokens[:-2]
        window[1:, self.width : 2 * self.width] = tokens[:-1]
        window[:, 2 * self.width :] = tokens
        starting: NDArray[np.bool_] = self.start(window)[:, 0] > 0
        starting[0] = True
        starting[1:] |= units[1:] != units[:-1]
        return starting

    def arcs(self, tokens: Floats) -> Floats:
        """Scores of the heads in one sentence: a line per token, a column per head, the root's last."""
        governors = np.vstack([np.maximum(self.arc_to(tokens), 0), self.arc_root])
        scores: Floats = np.maximum(self.arc_from(tokens), 0) @ governors.T
        scores *= np.float32(len(self.arc_root) ** -0.5)
        scores[:, :-1] += self.arc_bias(tokens).T
        np.fill_diagonal(scores, HIDDEN)
        return scores

    def deprels(self, tokens: Floats, heads: NDArray[np.intp]) -> Floats:
        """Scores of the relations to the given heads; -1 is the root."""
        targets = np.vstack([self.label_to(tokens), self.label_root])
        return self.label_out(np.maximum(self.label_from(tokens) + targets[heads], 0))


def _layers(kind: Any, weights: Weights, name: str) -> list[Any]:
    numbers = sorted(
        {int(key[len(name) + 1 :].split(".")[0]) for key in weights if key.startswith(name + ".")}
    )
    return [kind(weights, f"{name}.{number}") for number in numbers]
