"""Says of every post what most training posts are."""

from collections import Counter

from nlp.training.baselines import Verdicts
from nlp.training.measures import Given
from nlp.training.posts import Post

TITLE = "majority"


def judge(train: list[Post], posts: list[Post]) -> Verdicts:
    """The same for all."""
    (verdict, count), *_ = Counter(post.verdict for post in train).most_common(1)
    return [Given(verdict, count / len(train))] * len(posts)
