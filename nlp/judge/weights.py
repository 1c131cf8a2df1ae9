"""What the judge has learnt: weights in 8 bits, and how sure it must be to flag."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from nlp.judge.grams import BITS
from nlp.review import Strictness

FOLDER = Path(__file__).parents[1] / "model" / "judge"
VERDICTS = ("contributes", "me_too", "promotion")
"""The columns of all weights."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """Weights per n-gram, per trait, and for every draft; `rarity` is each n-gram's inverse frequency."""

    place_of: npt.NDArray[np.int32]
    """By bucket: the row of its n-grams in `grams` and `rarity`; the last row is for n-grams never learnt."""
    rarity: Floats
    grams: Floats
    trait_names: tuple[str, ...]
    traits: Floats
    bias: Floats
    temperature: float
    """Divides the sums before they become chances, so that chances come true as often as they say."""
    thresholds: dict[Strictness, float]
    """The chance of a flag from which a draft is flagged, by strictness."""

    @cached_property
    def trait_rows(self) -> dict[str, int]:
        """The row of each trait in `traits`."""
        return {name: row for row, name in enumerate(self.trait_names)}


def load_weights(folder: Path = FOLDER) -> Weights:
    """The weights in a folder; `FileNotFoundError` where there are none."""
    with np.load(folder / "weights.npz") as arrays:
        buckets = arrays["buckets"]
        place_of = np.full(2**BITS, len(buckets), dtype=np.int32)
        place_of[buckets] = np.arange(len(buckets))
        told = json.loads((folder / "judge.json").read_text(encoding="utf-8"))
        return Weights(
            place_of=place_of,
            rarity=arrays["rarity"].astype(np.float32),
            grams=np.vstack([arrays["grams"] * arrays["grams_scale"], np.zeros((1, 3))]).astype(np.float32),
            trait_names=tuple(told["traits"]),
            traits=(arrays["traits"] * arrays["traits_scale"]).astype(np.float32),
            bias=arrays["bias"].astype(np.float32),
            temperature=told["temperature"],
            thresholds=told["thresholds"],
        )


def save_weights(weights: Weights, folder: Path) -> None:
    """Write them, a byte each."""
    folder.mkdir(parents=True, exist_ok=True)
    known = np.flatnonzero(weights.place_of < len(weights.grams) - 1)
    buckets = known[np.argsort(weights.place_of[known])].astype(np.int32)
    grams, grams_scale = _in_bytes(weights.grams[:-1])
    traits, traits_scale = _in_bytes(weights.traits)
    np.savez_compressed(
        folder / "weights.npz",
        buckets=buckets,
        rarity=weights.rarity.astype(np.float16),
        grams=grams,
        grams_scale=grams_scale,
        traits=traits,
        traits_scale=traits_scale,
        bias=weights.bias,
    )
    told = {
        "temperature": weights.temperature,
        "thresholds": weights.thresholds,
        "traits": weights.trait_names,
    }
    (folder / "judge.json").write_text(
        json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def _in_bytes(values: Floats) -> tuple[npt.NDArray[np.int8], Floats]:
    scale = (np.abs(values).max(axis=0, keepdims=True) / 127).astype(np.float32)
    return np.round(values / scale).astype(np.int8), scale
