"""Features that were read once are kept in a folder, so that a run that was cut off goes on from there.

They are read anew where the drafts differ, or any file that features come from.
"""

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import joblib

from nlp.judge.features import Features
from nlp.review import Context
from nlp.training.judge.rows import read_features

Drafts = list[tuple[str, Context]]

AT_ONCE = 1000
"""Drafts in a file."""
NLP = Path(__file__).parents[2]
COMES_FROM = (
    *("components/phrases.py", "components/readings.py", "components/signals.py", "components/verdict.py"),
    *("judge/features.py", "judge/grams.py", "judge/letters.py", "judge/traits.py"),
    *("language/identify.py", "language/tokenizer.py", "questions.py", "text.py", "signals/*", "words/*"),
)
"""What features depend on."""


def kept_features(drafts: Iterable[tuple[str, Context]], folder: Path) -> Iterator[Features]:
    """The features of each draft, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    waiting, code = iter(drafts), _code()
    while some := list(islice(waiting, AT_ONCE)):
        file = folder / f"features-{joblib.hash((code, some))}.pkl"
        if not file.exists():
            begun = file.with_suffix(".begun")
            joblib.dump(list(read_features(some)), begun)
            begun.rename(file)
        yield from joblib.load(file)


def _code() -> str:
    digest = hashlib.sha256()
    for pattern in COMES_FROM:
        for file in sorted(NLP.glob(pattern)):
            if file.is_file():
                digest.update(file.read_bytes())
    return digest.hexdigest()
