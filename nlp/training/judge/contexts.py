"""Labelled posts read once more without the parent that they have, where their verdict stays what it was.

Few of the labelled posts come with a parent, from four sites on which little is empty. Taught by them alone,
the judge takes a parent for a sign of worth.
"""

from dataclasses import dataclass

from nlp.review import Context
from nlp.training.posts import Post


@dataclass(frozen=True)
class Again:
    """A post in another context."""

    row: int
    """Its place among the posts."""
    text: str
    context: Context


def without_parents(posts: list[Post]) -> list[Again]:
    """Posts without their parent.

    An answer isn't among them, nor what may be one: without its question it may say nothing.
    """
    return [
        Again(row, post.text, Context(kind=post.context.kind))
        for row, post in enumerate(posts)
        if post.context.parent_text and (post.verdict != "contributes" or _no_answer(post))
    ]


def _no_answer(post: Post) -> bool:
    return bool(post.tags) and "answer" not in post.tags
