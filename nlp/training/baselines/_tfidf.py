"""TF-IDF of word and character n-grams, as every text-classification tutorial has it."""

from collections.abc import Sequence

import numpy as np

from nlp.training.posts import VERDICTS, Post


def vectors(train: list[Post], posts: list[Post]):
    """The training posts' and the posts' rows."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_union

    union = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=3, sublinear_tf=True),
    )
    rows = union.fit_transform([post.text for post in train])
    return rows, union.transform([post.text for post in posts])


def in_order(classes: Sequence[str], columns: np.ndarray) -> np.ndarray:
    """Columns of a model's classes in the order of `VERDICTS`; 0 for a verdict that no training post had."""
    places = {name: place for place, name in enumerate(classes)}
    none = np.zeros(len(columns))
    return np.stack([columns[:, places[name]] if name in places else none for name in VERDICTS], axis=1)
