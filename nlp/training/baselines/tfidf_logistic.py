"""TF-IDF and logistic regression."""

from nlp.training.baselines import Verdicts
from nlp.training.baselines._tfidf import in_order, vectors
from nlp.training.measures import Given
from nlp.training.posts import VERDICTS, Post

TITLE = "TF-IDF + logistic regression"


def judge(train: list[Post], posts: list[Post]) -> Verdicts:
    """The likeliest verdict and its probability."""
    from sklearn.linear_model import LogisticRegression

    rows, asked = vectors(train, posts)
    model = LogisticRegression(C=10, max_iter=200, tol=1e-3)
    model.fit(rows, [post.verdict for post in train])
    shares = in_order(model.classes_, model.predict_proba(asked))
    return [Given(VERDICTS[row.argmax()], float(row.max()), row.tolist()) for row in shares]
