"""What readers said of a post, as a network is told it."""

from nlp.training.judge.lessons import AGREED
from nlp.training.posts import Post

VERDICTS = ("contributes", "me_too", "promotion", "other")
CERTAIN = 0.96
"""The chance that a reader's verdict is given at most, however sure the reader was."""


def by_reader(post: Post) -> list[float]:
    """Of each verdict the share of readers who would give it, going by how sure this post's reader was."""
    return shares_of(post.verdict, min(AGREED[post.sure], CERTAIN))


def shares_of(verdict: str, told: float) -> list[float]:
    """Of each verdict the share of readers who would give it, where so many give this one."""
    rest = (1 - told) / (len(VERDICTS) - 1)
    return [told if name == verdict else rest for name in VERDICTS]
