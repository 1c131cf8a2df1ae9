"""TF-IDF of word and character n-grams, as every text-classification tutorial has it."""

from nlp.training.posts import Post


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
