"""TF-IDF and a linear support vector machine."""

import numpy as np

from nlp.training.baselines import Verdicts
from nlp.training.baselines._tfidf import in_order, vectors
from nlp.training.measures import Given
from nlp.training.posts import VERDICTS, Post

TITLE = "TF-IDF + linear SVM"


def judge(train: list[Post], posts: list[Post]) -> Verdicts:
    """The verdict on whose side the post lies, without a confidence.

    A margin is no probability: as chances margins are only in the right order.
    """
    from sklearn.svm import LinearSVC

    rows, asked = vectors(train, posts)
    model = LinearSVC(C=0.5, random_state=0).fit(rows, [post.verdict for post in train])
    powers = np.exp(in_order(model.classes_, model.decision_function(asked)))
    chances = powers / powers.sum(axis=1, keepdims=True)
    return [Given(VERDICTS[row.argmax()], chances=row.tolist()) for row in chances]
