"""Labelled posts: JSON lines as described in the README of `shared/data/posts`."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from nlp.review import Context

VERDICTS = ("contributes", "me_too", "promotion")
TITLE_READ = 1_000
"""Characters of a title that a context may have."""


@dataclass(frozen=True)
class Post:
    """One post, what it answers, and what a reader said of it. `agreed` and `clear` need a second reading."""

    id: str
    source: str
    platform: str
    text: str
    context: Context
    verdict: str
    sure: int
    agreed: bool
    """Whether the second reading gave the same verdict; true where there was none."""
    clear: bool
    """Whether it did, and all readers were sure."""
    chosen: bool
    """Whether a model had chosen it for labelling; the shares of verdicts among such posts aren't natural."""
    tags: frozenset[str] = frozenset()
    """What the reader saw in it; none where that wasn't noted."""


def read_posts(path: Path) -> list[Post]:
    """The posts of a file that have one of the three verdicts. `ClickException` names a malformed line."""
    return [post for post in read_labelled(path) if post.verdict in VERDICTS]


def read_labelled(path: Path) -> list[Post]:
    """All posts of a file, those that are called `other` too. `ClickException` names a malformed line."""
    posts = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                posts.append(labelled_post(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise click.ClickException(
                    f"{path}, line {number}: not a labelled post ({error!r})"
                ) from error
    return posts


def labelled_post(row: dict[str, Any]) -> Post:
    """The post of a row. `KeyError`, `TypeError` or `AttributeError` for what isn't one."""
    agreed = row.get("verdict_2", row["verdict"]) == row["verdict"]
    return Post(
        id=row["id"],
        source=row["source"],
        platform=row["platform"],
        text=row["text"],
        context=context_of(row),
        verdict=row["verdict"],
        sure=row["sure"],
        agreed=agreed,
        clear=agreed and row["sure"] == 3 and row.get("sure_2", 3) == 3,
        chosen="chosen" in row,
        tags=frozenset(row.get("tags", ())),
    )


def context_of(row: dict[str, Any]) -> Context:
    """What the post of a row answers."""
    title = (row["thread_title"] or "")[:TITLE_READ] or None
    return Context(kind=row["kind"], parent_text=row["parent_text"], thread_title=title)
