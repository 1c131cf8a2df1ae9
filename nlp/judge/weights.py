"""What the judge has learnt: weights in a byte each, when it looks twice, and how sure it must be to flag."""

import json
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from nlp.judge.features import KINDS
from nlp.judge.grams import BITS
from nlp.judge.network import Network, load_network
from nlp.review import Strictness

FOLDER = Path(__file__).parents[1] / "model" / "judge"
NETWORK_FILE = "network.npz"
VERDICTS = ("contributes", "me_too", "promotion")
"""The columns of all weights."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Learnt:
    """What is known of n-grams of one kind."""

    place_of: npt.NDArray[np.int32]
    """By bucket: the row of its n-grams in the others; the last row is for n-grams never learnt."""
    rarity: Floats
    """Each n-gram's inverse frequency."""
    rows: Floats
    """What each adds to each verdict."""


@dataclass(frozen=True)
class SecondLook:
    """When the network reads a draft, and what its sums weigh then beside the others."""

    asked_from: float
    """The chance of a flag, by n-grams and traits alone, from which it is asked."""
    counted: float
    """What the sums of n-grams and traits are multiplied with."""
    network: float
    """What its own sums are multiplied with."""


@dataclass(frozen=True)
class Weights:
    """Weights per n-gram, per trait, and for every draft."""

    learnt: dict[str, Learnt]
    """By kind of n-gram."""
    trait_names: tuple[str, ...]
    traits: Floats
    bias: Floats
    temperature: float
    """Divides the sums before they become chances, so that chances come true as often as they say."""
    second_look: SecondLook
    thresholds: dict[Strictness, float]
    """The chance of a flag from which a draft is flagged, by strictness."""
    folder: Path
    """Where the network lies."""

    @cached_property
    def network(self) -> Network:
        """What reads a draft as a whole; read from its file when it is first asked."""
        return load_network(self.folder / NETWORK_FILE)

    @cached_property
    def trait_rows(self) -> dict[str, int]:
        """The row of each trait in `traits`."""
        return {name: row for row, name in enumerate(self.trait_names)}


def load_weights(folder: Path = FOLDER) -> Weights:
    """The weights in a folder; `FileNotFoundError` where there are none."""
    told = json.loads((folder / "judge.json").read_text(encoding="utf-8"))
    with np.load(folder / "weights.npz") as arrays:
        return Weights(
            learnt={kind: _learnt(arrays, kind) for kind in KINDS},
            trait_names=tuple(told["traits"]),
            traits=_from_bytes(arrays, "traits"),
            bias=arrays["bias"],
            temperature=told["temperature"],
            second_look=SecondLook(**told["second_look"]),
            thresholds=told["thresholds"],
            folder=folder,
        )


def _learnt(arrays: "np.lib.npyio.NpzFile", kind: str) -> Learnt:
    buckets = np.cumsum(_from_planes(arrays[f"{kind}_gaps"]), dtype=np.int64)
    place_of = np.full(2**BITS, len(buckets), dtype=np.int32)
    place_of[buckets] = np.arange(len(buckets))
    rarity = arrays[f"{kind}_rarity"].astype(np.float32)
    flags = _from_bytes(arrays, kind)
    return Learnt(place_of, rarity, with_unknown(np.pad(flags, ((0, 0), (1, 0)))))


def with_unknown(rows: Floats) -> Floats:
    """The rows, and behind them the one of n-grams never learnt, which adds nothing."""
    return np.vstack([rows, np.zeros((1, rows.shape[1]), np.float32)])


def save_weights(weights: Weights, folder: Path) -> None:
    """Write them, a byte each; the network is a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {"bias": weights.bias, **_in_bytes("traits", weights.traits)}
    for kind, learnt in weights.learnt.items():
        buckets = np.flatnonzero(learnt.place_of < len(learnt.rows) - 1)
        in_order = np.append(learnt.place_of[buckets], len(learnt.rows) - 1)
        rows = learnt.rows[in_order[:-1]]
        # Only how verdicts differ counts, so one of them may be nought.
        arrays |= _in_bytes(kind, rows[:, 1:] - rows[:, :1])
        arrays |= {
            f"{kind}_gaps": _in_planes(np.diff(buckets, prepend=0)),
            f"{kind}_rarity": learnt.rarity[in_order].astype(np.float16),
        }
    np.savez_compressed(folder / "weights.npz", **arrays)
    told = {
        "temperature": weights.temperature,
        "second_look": asdict(weights.second_look),
        "thresholds": weights.thresholds,
        "traits": weights.trait_names,
    }
    (folder / "judge.json").write_text(
        json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def _in_planes(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """All lowest bytes, then all next ones, and so on: the higher ones are nought and take no room."""
    return numbers.astype("<i4").view(np.uint8).reshape(-1, 4).T


def _from_planes(planes: npt.NDArray[np.uint8]) -> npt.NDArray[np.int32]:
    return np.ascontiguousarray(planes.T).view("<i4").ravel()


def _in_bytes(name: str, values: Floats) -> dict[str, Any]:
    scale = np.maximum(np.abs(values).max(axis=0, keepdims=True) / 127, 1e-9).astype(np.float32)
    return {name: np.round(values / scale).astype(np.int8), f"{name}_scale": scale}


def _from_bytes(arrays: "np.lib.npyio.NpzFile", name: str) -> Floats:
    values: Floats = (arrays[name] * arrays[f"{name}_scale"]).astype(np.float32)
    return values
