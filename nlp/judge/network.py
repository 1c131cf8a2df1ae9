"""The judge's network: reads draft and what it answers as a whole, in the order of their words.

Four layers of a transformer (Vaswani and others 2017; post-norm, as BERT), from all-MiniLM-L6-v2's lowest.
`nlp.training.judge` made it; here it only reads, in NumPy.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nlp.judge.nibbles import Floats, Table, unpacked
from nlp.judge.pieces import WordPieces
from nlp.review import Context

DRAFT, CONTEXT = 64, 28
"""Word pieces that are read of each."""
CHARACTERS = {"draft": 1200, "context": 700}
"""Code points of each that are cut into pieces."""
LAYERS = 4
HEADS = 12
TINY = np.float32(1e-12)


@dataclass(frozen=True)
class Dense:
    """A weight for each pair of an incoming and an outgoing number, and where each outgoing one begins."""

    weights: Floats
    bias: Floats

    def __call__(self, states: Floats) -> Floats:
        """From rows of incoming numbers to rows of outgoing ones."""
        found: Floats = states @ self.weights
        found += self.bias
        return found


@dataclass(frozen=True)
class Norm:
    """Brings each row to the same mean and spread."""

    scale: Floats
    shift: Floats

    def __call__(self, states: Floats) -> Floats:
        """The rows so brought."""
        states = states - states.mean(axis=1, keepdims=True)
        spread = np.sqrt(np.square(states).mean(axis=1, keepdims=True) + TINY)
        found: Floats = states / spread * self.scale + self.shift
        return found


@dataclass(frozen=True)
class Layer:
    """Each piece looks at all others, then by itself."""

    asked: Dense
    """Query, key and value of each head, side by side."""
    told: Dense
    after_others: Norm
    wide: Dense
    narrow: Dense
    after_itself: Norm

    def __call__(self, states: Floats) -> Floats:
        """From a row a piece to a row a piece."""
        states = self.after_others(states + self.told(self._seen(states)))
        return self.after_itself(states + self.narrow(_gelu(self.wide(states))))

    def _seen(self, states: Floats) -> Floats:
        count, width = states.shape
        size = width // HEADS
        queries, keys, values = self.asked(states).reshape(count, 3, HEADS, size).transpose(1, 2, 0, 3)
        looks: Floats = queries @ keys.transpose(0, 2, 1)
        looks *= np.float32(1 / math.sqrt(size))
        looks -= looks.max(axis=2, keepdims=True)
        np.exp(looks, out=looks)
        looks /= looks.sum(axis=2, keepdims=True)
        seen: Floats = (looks @ values).transpose(1, 0, 2).reshape(count, width)
        return seen


@dataclass(frozen=True)
class Network:
    """Draft and context in, a sum for each verdict out."""

    pieces: WordPieces
    words: Table
    """A row a piece."""
    places: Floats
    parts: Floats
    """A row for the draft and one for what it answers."""
    begin: Norm
    layers: tuple[Layer, ...]
    head: Dense

    def sums(self, draft: str, context: str) -> Floats:
        """The sums of the verdicts and, last, of `other`."""
        sums: Floats = self.head(self.gist(draft, context)[None])[0]
        return sums

    def gist(self, draft: str, context: str) -> Floats:
        """What the sums are drawn from: the mean of the last layer's rows, then the first of these."""
        own = self.pieces.of(draft[: CHARACTERS["draft"]], DRAFT)
        theirs = self.pieces.of(context[: CHARACTERS["context"]], CONTEXT)
        end = self.pieces["[SEP]"]
        read = [self.pieces["[CLS]"], *own, end, *([*theirs, end] if theirs else [])]
        part = (np.arange(len(read)) > len(own) + 1).astype(int)
        states = self.begin(self.words[read] + self.places[: len(read)] + self.parts[part])
        for layer in self.layers:
            states = layer(states)
        return np.concatenate((states.mean(axis=0), states[0]))


def answered_text(context: Context) -> str:
    """What a draft answers, as it is read: the title of a thread and the parent, one below the other."""
    return "\n".join(filter(None, (context.thread_title, context.parent_text)))


def load_network(file: Path) -> Network:
    """The network in a file; `FileNotFoundError` where there is none."""
    with np.load(file) as arrays:
        return Network(
            WordPieces(arrays["pieces"].tobytes().decode().split("\n")),
            unpacked(arrays, "words"),
            arrays["places"].astype(np.float32),
            arrays["parts"].astype(np.float32),
            _norm(arrays, "begin"),
            tuple(_layer(arrays, f"layer {number} ") for number in range(LAYERS)),
            _dense(arrays, "head"),
        )


def _layer(arrays: "np.lib.npyio.NpzFile", name: str) -> Layer:
    return Layer(
        asked=_dense(arrays, f"{name}asked"),
        told=_dense(arrays, f"{name}told"),
        after_others=_norm(arrays, f"{name}after others"),
        wide=_dense(arrays, f"{name}wide"),
        narrow=_dense(arrays, f"{name}narrow"),
        after_itself=_norm(arrays, f"{name}after itself"),
    )


def _dense(arrays: "np.lib.npyio.NpzFile", name: str) -> Dense:
    by_outgoing = unpacked(arrays, name).floats
    return Dense(np.ascontiguousarray(by_outgoing.T), arrays[f"{name} bias"].astype(np.float32))


def _norm(arrays: "np.lib.npyio.NpzFile", name: str) -> Norm:
    return Norm(*(arrays[f"{name} {part}"].astype(np.float32) for part in ("scale", "shift")))


def _gelu(states: Floats) -> Floats:
    """x times the chance that a normally distributed number is below x, as a logistic curve gives it."""
    curve = states * np.float32(-1.702)
    np.exp(curve, out=curve)
    curve += 1
    np.divide(states, curve, out=curve)
    return curve
