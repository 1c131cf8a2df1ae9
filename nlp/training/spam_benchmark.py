"""`python -m nlp.training.spam_benchmark --train FILE --test FILE [--json]`: spam or ham.

For comparison with what was published on the YouTube Spam Collection (Alberto et al. 2015). Its `spam` is
wider than our promotion, so a head of its own is trained on one file and asked about the other; the judge and
its verdicts stay as they are.
"""

import json
import re
from pathlib import Path
from typing import Any

import click
import numpy as np
from scipy.sparse import hstack
from sklearn.linear_model import LogisticRegression

from nlp.judge.network import answered_text
from nlp.judge.weights import load_weights
from nlp.text import WRITTEN_LINK
from nlp.training.judge.rows import Rows, read_features
from nlp.training.posts import context_of

# These were chosen on three videos, each asked about by what the other two tell.
LOOSENESS = 20.0
"""scikit-learn's C."""
TRAITS = 0.2
"""What traits count here of what they count for the judge: how people comment differs from video to video."""
NETWORK = 0.1
"""What the network's sums count beside n-grams, whose vectors have length 1."""
WORD = re.compile(r"\w+")
FEWEST_POSTS = {"words": 2, "letters": 2}
"""Posts of the training file that an n-gram must stand in."""


@click.command()
@click.option("--train", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--test", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def spam_benchmark(train: Path, test: Path, as_json: bool) -> None:
    """Print accuracy, precision, recall and F1 of spam."""
    learnt, asked = read_comments(train), read_comments(test)
    drafts = ((comment["text"], context_of(comment)) for comment in learnt + asked)
    features = list(read_features(drafts))
    known, new = features[: len(learnt)], features[len(learnt) :]
    rows = Rows(known, FEWEST_POSTS, lambda _: TRAITS)
    gold = np.array([comment["spam"] for comment in learnt])
    head = LogisticRegression(C=LOOSENESS, max_iter=500)
    head.fit(hstack([rows.of(known), network_sums(learnt), own_pages(learnt)]), gold)
    given = head.predict(hstack([rows.of(new), network_sums(asked), own_pages(asked)]))
    found = scores(np.array([comment["spam"] for comment in asked]), given)
    click.echo(
        json.dumps(found) if as_json else ", ".join(f"{name} {value:.4g}" for name, value in found.items())
    )


def network_sums(comments: list[dict[str, Any]]) -> np.ndarray:
    """What the judge's network sums up to for each verdict: a row a comment."""
    network = load_weights().network
    return NETWORK * np.array(
        [network.sums(comment["text"], answered_text(context_of(comment))) for comment in comments]
    )


def own_pages(comments: list[dict[str, Any]]) -> np.ndarray:
    """Whether each names the page that it stands under, and whether it has a link, too: a row a comment.

    YouTube's "Share" writes both, so such a link leads nowhere else.
    """
    titles = [_in_words(context_of(comment).thread_title) for comment in comments]
    named = np.array(
        [title in _in_words(comment["text"]) for title, comment in zip(titles, comments, strict=True)]
    )
    linked = np.array([bool(WRITTEN_LINK.search(comment["text"])) for comment in comments])
    return np.column_stack((named, named & linked)).astype(float)


def _in_words(text: str | None) -> str:
    return f" {' '.join(WORD.findall((text or '').lower()))} "


def read_comments(path: Path) -> list[dict[str, Any]]:
    """The comments of a file, with `spam` as true or false. `ClickException` where one has no label."""
    comments = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for number, comment in enumerate(comments, 1):
        if comment.get("spam") not in {"spam", "ham"}:
            raise click.ClickException(f'{path}, line {number}: `spam` must be "spam" or "ham"')
        comment["spam"] = comment["spam"] == "spam"
    return comments


def scores(gold: np.ndarray, given: np.ndarray) -> dict[str, float]:
    """Of the comments: how many, the share judged right, and how well spam was found, in percent."""
    right = int((gold & given).sum())
    precision, recall = right / max(1, int(given.sum())), right / max(1, int(gold.sum()))
    return {
        "comments": len(gold),
        "accuracy": round(100 * float((gold == given).mean()), 2),
        "precision": round(100 * precision, 2),
        "recall": round(100 * recall, 2),
        "F1": round(200 * precision * recall / max(1e-9, precision + recall), 2),
    }


if __name__ == "__main__":
    spam_benchmark()
