"""TF-IDF and logistic regression."""

from nlp.training.baselines import Verdicts
from nlp.training.baselines._tfidf import vectors
from nlp.training.posts import Post

TITLE = "TF-IDF + logistic regression"


def judge(train: list[Post], posts: list[Post]) -> Verdicts:
    """The likeliest verdict and its probability."""
    from sklearn.linear_model import LogisticRegression

    rows, asked = vectors(train, posts)
    model = LogisticRegression(C=10, max_iter=200, tol=1e-3)
    model.fit(rows, [post.verdict for post in train])
    shares = model.predict_proba(asked)
    return [(model.classes_[row.argmax()], float(row.max())) for row in shares]
