"""Comments of the YouTube Spam Collection that are only marked as spam or ham, as lessons for the judge.

The collection's spam is mostly promotion, and what isn't spam mostly me-too: see `SHARES`.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np

SOURCE = "youtube_spam_collection"
SHARES = {"spam": (0.02, 0.03, 0.93, 0.02), "ham": (0.35, 0.58, 0.03, 0.04)}
"""Of each mark the shares of the verdicts and of `other`, as readers found them in 434 of the comments."""


def spam_marks(posts: Path) -> tuple[list[dict[str, Any]], np.ndarray]:
    """The comments that no reader labelled, and shares of the verdicts and of `other`, by their marks.

    Without the comments of dev.jsonl, by id and by text: those are for measuring.
    """
    known = [*_rows(posts / "train.jsonl"), *_rows(posts / "dev.jsonl")]
    taken = {row["id"] for row in known} | {row["text"] for row in known}
    comments = [
        row
        for row in _rows(posts / "youtube_spam_train.jsonl")
        if row["id"] not in taken and row["text"] not in taken
    ]
    shares = np.array([SHARES[row["spam"]] for row in comments]).reshape(-1, len(SHARES["spam"]))
    return comments, shares


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
