"""Drafts written for the judge, for what real posts hardly show: few words, with and without a question.

`written/` has a file for each reason to give a verdict: `verdict`, `drafts`, and `under`, the posts that each
of them is read under (an empty one: under none). No test's draft is among them, but for single words.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp.review import Context

FOLDER = Path(__file__).parent / "written"


@dataclass(frozen=True)
class Written:
    """A draft, what it answers, and its verdict."""

    text: str
    context: Context
    verdict: str


def read_written(folder: Path = FOLDER) -> Iterator[Written]:
    """Every draft under every post that its file names, in order."""
    for file in sorted(folder.glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        for text in told["drafts"]:
            for parent in told["under"]:
                context = Context(kind="comment", parent_text=parent) if parent else Context(kind="post")
                yield Written(text, context, told["verdict"])
