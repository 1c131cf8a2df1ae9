"""`python -m nlp.training.judge --posts ../shared/data/posts`: trains the judge, and measures what it does.

Reads `train.jsonl`, the drafts in `written/`, and the posts of `unlabelled.jsonl.gz` with the labels that the
teacher gave them. What is promised comes from posts that the student had not seen: once with whole sources
left out, once with single posts left out. The same posts and labels give the same weights each time.
"""

import gzip
import json
from collections.abc import Iterable
from pathlib import Path

import click
import numpy as np
import scipy.sparse as sp
from sklearn.model_selection import GroupKFold, KFold

from nlp.judge.features import KINDS
from nlp.judge.weights import FOLDER, VERDICTS, Learnt, Weights, save_weights, with_unknown
from nlp.training.judge import lessons, promises, student
from nlp.training.judge.lessons import Lessons
from nlp.training.judge.rows import Rows, read_features
from nlp.training.judge.teacher import soft_labels
from nlp.training.judge.written import read_written
from nlp.training.posts import context_of, read_labelled

FOLDS = 3
Folds = Iterable[tuple[np.ndarray, np.ndarray]]


@click.command()
@click.option("--posts", type=click.Path(exists=True, path_type=Path), required=True, help="Has train.jsonl.")
@click.option("--out", type=click.Path(path_type=Path), default=FOLDER, help="Where the weights go.")
@click.option(
    "--teacher",
    type=click.Path(path_type=Path),
    default=Path("../train/judge"),
    help="Keeps the teacher's labels; where they are missing they are made, which takes an hour.",
)
@click.option("--share", type=float, default=1.0, help="Learn from this share of the labelled posts only.")
def train(posts: Path, out: Path, teacher: Path, share: float) -> None:
    """Train on all posts, and print what was measured on posts held out."""
    every = read_labelled(posts / "train.jsonl")
    labelled = [post for post in every if post.verdict in VERDICTS]
    labelled = labelled[: round(share * len(labelled))]
    written = list(read_written())
    with gzip.open(posts / "unlabelled.jsonl.gz", "rt", encoding="utf-8") as file:
        unlabelled = [json.loads(line) for line in file]
    taught, scores = soft_labels(every, unlabelled, teacher)
    more = [unlabelled[row] for row in taught]
    drafts = [(draft.text, draft.context) for draft in (*labelled, *written)]
    drafts += [(row["text"], context_of(row)) for row in more]
    features = list(read_features(drafts))
    own, rest = features[: len(labelled)], features[len(labelled) :]
    learnt = lessons.with_written(lessons.by_readers(labelled, own), written, rest[: len(written)])
    learnt = lessons.with_taught(learnt, rest[len(written) :], [row["source"] for row in more], scores)
    natural = np.array([not post.chosen for post in labelled])
    click.echo(json.dumps(finish(learnt, natural, out), indent=1))


def finish(learnt: Lessons, natural: np.ndarray, out: Path) -> dict[str, object]:
    """Train the student, write its weights into `out`, and say what may be promised of it.

    Promises are measured on the labelled posts that are `natural`: not chosen for labelling by a model.
    """
    rows = learnt.rows()
    matrix = rows.of(learnt.features)
    gold = learnt.shares[: len(natural)].argmax(axis=1)
    sources = learnt.sources[: len(natural)]
    held_out = {
        "new sources": _held_out(matrix, rows, learnt, GroupKFold(FOLDS).split(gold, gold, sources)),
        "known sources": _held_out(
            matrix, rows, learnt, KFold(FOLDS, shuffle=True, random_state=0).split(gold)
        ),
    }
    both = np.concatenate([sums[natural] for sums in held_out.values()])
    temperature = promises.best_temperature(both, np.tile(gold[natural], 2))
    flags = {name: 1 - promises.chances(sums[natural], temperature)[:, 0] for name, sums in held_out.items()}
    thresholds = promises.thresholds(flags["new sources"], gold[natural])
    network = student.taught(matrix, rows.widths[-1], learnt.shares, learnt.counts)
    save_weights(_weights(rows, network, temperature, thresholds), out)
    measured = {
        strictness: {
            name: promises.promises(told >= threshold, gold[natural]) for name, told in flags.items()
        }
        for strictness, threshold in thresholds.items()
    }
    (out / "measured.json").write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")
    return {"temperature": temperature, "thresholds": thresholds, "measured": measured}


def _held_out(matrix: sp.csr_matrix, rows: Rows, learnt: Lessons, folds: Folds) -> np.ndarray:
    """The sums of each labelled post, by a student that had seen neither it nor a source that is left out."""
    found: dict[int, np.ndarray] = {}
    sources = np.array(learnt.sources)
    for seen, asked in folds:
        labelled = len(seen) + len(asked)
        met = sorted({*sources[seen], lessons.WRITTEN})
        chosen = np.concatenate([seen, labelled + np.flatnonzero(np.isin(sources[labelled:], met))])
        network = student.taught(
            matrix[chosen], rows.widths[-1], learnt.shares[chosen], learnt.counts[chosen]
        )
        sums = student.sums(network, matrix[asked], rows.widths[-1])
        found |= dict(zip(asked.tolist(), sums, strict=True))
    return np.array([found[row] for row in range(len(found))])


def _weights(
    rows: Rows, network: student.Student, temperature: float, thresholds: dict[str, float]
) -> Weights:
    parts = {name: value.detach().numpy() for name, value in network.named_parameters()}
    ends = np.cumsum(rows.widths[: len(KINDS)])[:-1]
    straight, hidden = (np.split(parts[f"{name}.weight"], ends) for name in ("rows", "hidden"))
    learnt = {
        kind: Learnt(rows.place_of[kind], rows.rarity[kind], with_unknown(one), with_unknown(other))
        for kind, one, other in zip(KINDS, straight, hidden, strict=True)
    }
    return Weights(
        learnt=learnt,
        trait_names=rows.trait_names,
        traits=parts["traits.weight"].T,
        traits_hidden=parts["traits_hidden.weight"].T,
        bias=parts["traits.bias"],
        bias_hidden=parts["traits_hidden.bias"],
        out=parts["out.weight"].T,
        temperature=temperature,
        thresholds=dict(thresholds),  # type: ignore[arg-type]
    )


if __name__ == "__main__":
    train()
