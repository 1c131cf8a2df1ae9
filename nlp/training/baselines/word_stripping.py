"""Refined GitHub's rule, written anew from its description: strip words that say nothing; is anything left?

"Hide low-quality comments" strips some 27 words, punctuation, a few emoji and ±N; a comment with a link or an
image is exempt. `word_stripping.txt` has the words that the description names, and others of their kind.
"""

import re
from pathlib import Path

from nlp.training.baselines import Verdicts
from nlp.training.measures import Given
from nlp.training.posts import Post

TITLE = "word stripping (Refined GitHub)"

LINK = re.compile(r"https?://|!\[|<img", re.I)
NUMBER = re.compile(r"[+-]\d+")
WORDS = frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").split())


def judge(train: list[Post], posts: list[Post]) -> Verdicts:  # noqa: ARG001 (a rule learns nothing)
    """`me_too` where nothing is left."""
    return [Given("me_too" if is_low_quality(post.text) else "contributes") for post in posts]


def is_low_quality(text: str) -> bool:
    """Whether nothing is left of the text."""
    if LINK.search(text):
        return False
    left = re.findall(r"\w+", NUMBER.sub(" ", text.lower()))
    return all(word in WORDS for word in left)
