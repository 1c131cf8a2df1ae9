"""Writes the judge's network as `nlp.judge.network` reads it: half a byte a weight, common pieces only."""

from pathlib import Path

import numpy as np

from nlp.judge.network import CONTEXT, DRAFT, LAYERS
from nlp.judge.nibbles import packed
from nlp.training.judge.batches import vocabulary
from nlp.training.judge.transformer import Transformer

Parts = dict[str, np.ndarray]


def save_network(network: Transformer, file: Path) -> None:
    """Write what `network` has learnt."""
    parts = {name: value.detach().cpu().numpy() for name, value in network.named_parameters()}
    known = "\n".join(vocabulary()[place] for place in network.pieces)
    arrays: Parts = {"pieces": np.frombuffer(known.encode(), dtype=np.uint8)}
    arrays |= packed("words", parts["begin.word_embeddings.weight"][network.pieces])
    arrays["places"] = parts["begin.position_embeddings.weight"][: DRAFT + CONTEXT + 3]
    arrays["parts"] = parts["begin.token_type_embeddings.weight"]
    arrays |= _norm("begin", parts, "begin.LayerNorm") | _dense("head", parts, "head")
    for number in range(LAYERS):
        arrays |= _layer(parts, f"layers.{number}.", f"layer {number} ")
    in_halves = {
        name: some.astype(np.float16) if some.dtype == np.float32 else some for name, some in arrays.items()
    }
    np.savez_compressed(file, **in_halves)  # type: ignore[arg-type]  # NumPy's stubs take no names from a dict


def _layer(parts: Parts, theirs: str, ours: str) -> Parts:
    heads = [f"{theirs}attention.self.{part}" for part in ("query", "key", "value")]
    return {
        **_dense(f"{ours}asked", parts, *heads),
        **_dense(f"{ours}told", parts, f"{theirs}attention.output.dense"),
        **_norm(f"{ours}after others", parts, f"{theirs}attention.output.LayerNorm"),
        **_dense(f"{ours}wide", parts, f"{theirs}intermediate.dense"),
        **_dense(f"{ours}narrow", parts, f"{theirs}output.dense"),
        **_norm(f"{ours}after itself", parts, f"{theirs}output.LayerNorm"),
    }


def _dense(name: str, parts: Parts, *theirs: str) -> Parts:
    weights = np.vstack([parts[f"{some}.weight"] for some in theirs])
    bias = np.concatenate([parts[f"{some}.bias"] for some in theirs])
    return packed(name, weights) | {f"{name} bias": bias}


def _norm(name: str, parts: Parts, theirs: str) -> Parts:
    return {f"{name} scale": parts[f"{theirs}.weight"], f"{name} shift": parts[f"{theirs}.bias"]}
