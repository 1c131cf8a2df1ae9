"""How sure a flag must be, and how often flags of each strictness were wrong."""

import json
from pathlib import Path
from typing import Final

from nlp.review import Strictness

STRICTNESSES: Final[tuple[Strictness, ...]] = ("relaxed", "normal", "strict")

MEASURED: Final = Path(__file__).parent / "model" / "judge" / "measured.json"
"""Written by `python -m nlp.training.judge`, which counts on sources that it held out."""


def false_flags() -> dict[Strictness, float]:
    """By strictness: the share of posts that contribute which were flagged, on sources new to the judge."""
    measured = json.loads(MEASURED.read_text(encoding="utf-8"))
    return {strictness: measured[strictness]["new sources"]["false flags"] for strictness in STRICTNESSES}
