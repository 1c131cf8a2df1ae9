"""TF-IDF and a linear support vector machine."""

from nlp.training.baselines import Verdicts
from nlp.training.baselines._tfidf import vectors
from nlp.training.posts import Post

TITLE = "TF-IDF + linear SVM"


def judge(train: list[Post], posts: list[Post]) -> Verdicts:
    """The verdict on whose side the post lies; a margin is no probability, so none is given."""
    from sklearn.svm import LinearSVC

    rows, asked = vectors(train, posts)
    model = LinearSVC(C=0.5, random_state=0).fit(rows, [post.verdict for post in train])
    return [(verdict, float("nan")) for verdict in model.predict(asked)]
