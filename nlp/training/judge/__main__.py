"""`python -m nlp.training.judge --posts ../shared/data/posts`: trains the judge, and measures what it does.

Reads `train.jsonl`, the drafts in `written/`, the posts of `unlabelled.jsonl.gz` with the labels that the
teacher gave them, and comments marked as spam. What is promised comes from posts of sources that students
had met nothing of. The same posts and labels give the same weights each time; steps that take long are kept,
so a run that was cut off goes on where it ended.
"""

import json
from dataclasses import asdict
from pathlib import Path

import click
import numpy as np
import torch

from nlp.judge.features import KINDS
from nlp.judge.weights import FOLDER, Learnt, Weights, save_weights, with_unknown
from nlp.training.judge import promises, student
from nlp.training.judge.held_out import held_out
from nlp.training.judge.lessons import Lessons
from nlp.training.judge.material import gathered
from nlp.training.judge.rows import Rows
from nlp.training.posts import Post


@click.command()
@click.option("--posts", type=click.Path(exists=True, path_type=Path), required=True, help="Has train.jsonl.")
@click.option("--out", type=click.Path(path_type=Path), default=FOLDER, help="Where the weights go.")
@click.option(
    "--kept",
    type=click.Path(path_type=Path),
    default=Path("../train/judge/kept"),
    help="Keeps steps that take long: the teacher, its labels, features, held-out students.",
)
@click.option("--share", type=float, default=1.0, help="Learn from this share of the labelled posts only.")
def train(posts: Path, out: Path, kept: Path, share: float) -> None:
    """Train on all posts, and print what was measured on posts held out."""
    torch.set_num_threads(1)  # so that sums are always added up in the same order
    labelled, learnt = gathered(posts, kept, share)
    click.echo(json.dumps(finish(labelled, learnt, out, kept), indent=1))


def finish(labelled: list[Post], learnt: Lessons, out: Path, kept: Path) -> dict[str, object]:
    """Train the student, write its weights into `out`, and say what may be promised of it."""
    rows = learnt.rows()
    matrix, traits = rows.of(learnt.features), rows.widths[-1]
    told = promises.promised(labelled, held_out(learnt, len(labelled), matrix, traits, kept))
    network = student.taught(matrix, traits, learnt.shares, learnt.counts)
    weights = _weights(rows, network, told.thresholds)
    save_weights(told.calibration.built_in(weights), out)
    (out / "measured.json").write_text(json.dumps(told.measured, indent=1) + "\n", encoding="utf-8")
    return asdict(told)


def _weights(rows: Rows, network: student.Student, thresholds: dict[str, float]) -> Weights:
    parts = {name: value.detach().numpy() for name, value in network.named_parameters()}
    ends = np.cumsum(rows.widths[: len(KINDS)])[:-1]
    sums = np.split(np.hstack([parts["rows.weight"], parts["hidden.weight"]]), ends)
    learnt = {
        kind: Learnt(rows.place_of[kind], rows.rarity[kind], with_unknown(some))
        for kind, some in zip(KINDS, sums, strict=True)
    }
    return Weights(
        learnt=learnt,
        trait_names=rows.trait_names,
        traits=parts["traits.weight"].T,
        traits_hidden=parts["traits_hidden.weight"].T,
        bias=parts["traits.bias"],
        bias_hidden=parts["traits_hidden.bias"],
        out=parts["out.weight"].T,
        temperature=1.0,
        thresholds=dict(thresholds),  # type: ignore[arg-type]
    )


if __name__ == "__main__":
    train()
