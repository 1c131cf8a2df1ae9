"""Packs trained weights for `nlp.language.network`: embeddings in few bits, all else in 16."""

from pathlib import Path

import numpy as np
import torch


def save_weights(parser: torch.nn.Module, path: Path, bits: int) -> None:
    """Write the arrays of the network. Numbers of so many bits lie in bytes, which compression undoes."""
    arrays: dict[str, np.ndarray] = {}
    largest = 2 ** (bits - 1) - 1
    for name, tensor in parser.state_dict().items():
        array = tensor.numpy()
        if ".tables." in name:
            scale = np.maximum(np.abs(array).max(axis=1, keepdims=True), 1e-8) / largest
            arrays[name] = np.round(array / scale).astype(np.int8)
            arrays[f"{name}.scale"] = scale.astype(np.float16)
        else:
            arrays[name] = array.astype(np.float16)
    np.savez_compressed(path, **arrays)
