"""Learns what speaks for an imperative: `nlp/language/imperative.npz`.

`python -m nlp.training.imperatives --treebanks ../shared/data/ud --posts ../shared/data/posts [--folds 4]`

It learns from the treebanks that the parser is trained on, from EWT's dev set, from 6,464 posts marked by
hand, from 11,188 single words of others, and from a few lines written for it. The first file of marks has,
for each post's id, where in the text the heads of its imperative clauses begin (in code points); the
second where marked words begin, those that are such heads and the others. They have no texts, and no post
of the sets that `evaluate --imperatives` reads. With `--folds` it also says how well posts are read by
what is learnt from the others: by that its sizes, rates and caution were chosen.
"""

from collections.abc import Iterable
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from nlp.language import load_language
from nlp.language.imperative import LEARNT, Floats, is_content_word, reading_of, save_learnt
from nlp.training.imperative_examples import marked_paragraphs, marked_posts, marked_words, written_lines
from nlp.training.imperative_lessons import Example, Read, chances, examples, word_examples
from nlp.training.imperative_network import learn_network

# How much an example counts: less where the parser reads what it was itself trained on.
POSTS = 1.0
TREEBANKS = {"EWT/en_ewt-ud-dev": 0.4, "EWT/en_ewt-ud-train": 0.12, "GUM/en_gum-free-train": 0.12}
CAUTION = 0.65  # the chance from which on a word is called an imperative
SEEMS = -2.5  # log odds, by the parser's vector alone, from which on a word is worth weighing
EVERY = 4  # of the words that are no heads, which of so many is looked at to learn those odds
STRENGTH = 0.005  # the inverse of the L2 penalty on their weights
CAUTIONS = (0.3, 0.4, 0.5, 0.6, 0.65, 0.7)
FOLDER = click.Path(exists=True, path_type=Path)


@click.command()
@click.option("--treebanks", type=FOLDER, required=True)
@click.option(
    "--posts", type=FOLDER, required=True, help="The folder of train.jsonl and unlabelled.jsonl.gz."
)
@click.option("--folds", type=int, default=0, help="Also measure on posts left out, in so many parts.")
@click.option("--out", type=click.Path(path_type=Path), default=LEARNT)
def learn(treebanks: Path, posts: Path, folds: int, out: Path) -> None:
    """Learn the network that weighs traits, and write it."""
    nlp = load_language()
    read = [(nlp(text), heads) for text, heads in (*marked_posts(posts), *written_lines())]
    seems = what_seems(read)
    told = list(examples("posts", read, POSTS, seems))
    words = [(nlp(text), answers) for text, answers in marked_words(posts)]
    told += word_examples("words", words, POSTS, seems)
    others: list[Example] = []
    for name, share in TREEBANKS.items():
        paragraphs = marked_paragraphs(treebanks / f"{name}.conllu")
        others += examples(name, ((nlp(text), heads) for text, heads in paragraphs), share, seems)
    click.echo(f"{len(told)} words of posts and {len(others)} of treebanks")
    if folds:
        chance = chances_left_out(told, others, folds, seems)
        marked = sum(len(heads) for _, heads in read) + sum(sum(answers.values()) for _, answers in words)
        _print_figures(chance, [one.is_call for one in told], marked)
    learnt = learn_network(told + others, seems, CAUTION)
    save_learnt(learnt, out)
    click.echo(f"{out}: {len(learnt.rows)} traits")


def what_seems(texts: Iterable[Read]) -> Floats:
    """Weights of the parser's vector, base last: how much a word seems the head of an imperative clause."""
    words = [
        (reading_of(token), token.idx in heads)
        for doc, heads in texts
        for token in doc
        if is_content_word(token) and (token.idx in heads or token.i % EVERY == 0)
    ]
    vectors, answers = zip(*words, strict=True)
    regression = LogisticRegression(C=STRENGTH, max_iter=500).fit(np.array(vectors), answers)
    return np.append(regression.coef_[0], regression.intercept_[0] - SEEMS).astype(np.float32)


def chances_left_out(
    told: list[Example], others: list[Example], folds: int, seems: Floats
) -> NDArray[np.float64]:
    """The chance that each is a call, by what is learnt from the texts of other parts."""
    part = np.array([one.place[1] % folds for one in told])
    found = np.zeros(len(told))
    for number in range(folds):
        rest = [one for one, where in zip(told, part, strict=True) if where != number]
        asked = [one for one, where in zip(told, part, strict=True) if where == number]
        learnt = learn_network(rest + others, seems, caution=0.5)
        found[part == number] = chances(learnt, asked, CAUTION)
    return found


def _print_figures(chance: NDArray[np.float64], is_call: list[bool], heads: int) -> None:
    for caution in CAUTIONS:
        found = chance > caution
        right = np.sum(found & np.array(is_call))
        click.echo(f"{caution}: precision {100 * right / found.sum():.1f}, recall {100 * right / heads:.1f}")


if __name__ == "__main__":
    learn()
