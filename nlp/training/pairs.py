"""Drafts with what they answer, to make suggestions for: written pairs in TOML, or labelled posts."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nlp.review import Context
from nlp.training.posts import read_posts


@dataclass(frozen=True)
class Pair:
    """A draft and its context; `name` says where it is from."""

    name: str
    draft: str
    context: Context


def read_pairs(source: Path) -> list[Pair]:
    """The pairs of a folder of TOML files (`[parents.NAME]`, `[drafts]`), or of a file of posts."""
    if source.is_dir():
        return [pair for file in sorted(source.glob("*.toml")) for pair in _in_file(file)]
    posts = read_posts(source)
    return [Pair(f"post {place}", post.text, post.context) for place, post in enumerate(posts, 1)]


def _in_file(file: Path) -> Iterator[Pair]:
    written = tomllib.loads(file.read_text(encoding="utf-8"))
    for kind, draft in written["drafts"].items():
        parent = written["parents"][draft["to"]]
        context = Context(
            site=written.get("site"),
            parent_text=parent["text"],
            parent_author=parent.get("author"),
            thread_title=parent.get("title"),
        )
        yield Pair(f"{file.stem}, {kind}", draft["text"], context)
