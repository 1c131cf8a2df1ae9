"""`python -m nlp.training.judge --posts ../shared/data/posts`: trains the judge, and measures what it does.

Reads `train.jsonl`, the posts of `unlabelled.jsonl.gz` with the labels in `own_labels.json` or those that
teachers give them, the drafts in `written/`, and comments marked as spam. What is promised comes from posts
of sources that judges had met nothing of. The same posts and labels give the same weights each time on the
same machine; steps that take long are kept, so a run that was cut off goes on where it ended.
"""

import json
from dataclasses import asdict
from pathlib import Path

import click
import numpy as np
import torch

from nlp.judge.features import KINDS
from nlp.judge.network import answered_text, load_network
from nlp.judge.weights import FOLDER, NETWORK_FILE, VERDICTS, Learnt, Weights, save_weights, with_unknown
from nlp.training.judge import promises, softmax
from nlp.training.judge.course import LAST, NETWORK, taught, taught_more
from nlp.training.judge.held_out import held_out
from nlp.training.judge.lessons import MOST_KNOWN, Lessons
from nlp.training.judge.material import Material, gathered
from nlp.training.judge.network_file import save_network
from nlp.training.judge.network_lessons import NetworkLessons
from nlp.training.judge.rows import Rows
from nlp.training.judge.teachers import told_by_teachers
from nlp.training.posts import Post


@click.command()
@click.option("--posts", type=click.Path(exists=True, path_type=Path), required=True, help="Has train.jsonl.")
@click.option("--out", type=click.Path(path_type=Path), default=FOLDER, help="Where the weights go.")
@click.option(
    "--kept",
    type=click.Path(path_type=Path),
    default=Path("../train/judge/kept"),
    help="Keeps steps that take long: teachers, what they see, features, networks.",
)
@click.option("--share", type=float, default=1.0, help="Learn from this share of the labelled posts only.")
@click.option("--counting", is_flag=True, help="Teach counting only; the network in --out stays.")
def train(posts: Path, out: Path, kept: Path, share: float, counting: bool) -> None:
    """Train on all posts, and print what was measured on posts held out."""
    torch.set_num_threads(1)  # so that sums are always added up in the same order
    material = gathered(posts, kept, share)
    if not counting:
        teach_network(material.for_network, out, kept)
    click.echo(json.dumps(finish(material, out, kept), indent=1))


def teach_network(lessons: NetworkLessons, out: Path, kept: Path) -> None:
    """Teach the network and write it into `out`."""
    told = told_by_teachers(lessons, kept)
    network = taught_more(taught(NETWORK, told, kept), LAST, lessons.at_last(told), kept)
    out.mkdir(parents=True, exist_ok=True)
    save_network(network, out / NETWORK_FILE)


def finish(material: Material, out: Path, kept: Path) -> dict[str, object]:
    """Teach counting, weigh it against the network in `out`, and say what may be promised of both."""
    learnt = material.learnt
    every = learnt.rows()
    rows = every.only(_fit(every, learnt).weights, MOST_KNOWN)
    new = held_out(material, every.of(learnt.features), kept)
    calibration, look = promises.settings(new)
    model = _fit(rows, learnt)
    counted, read = model.sums(rows.of(material.dev_features)), as_shipped(material.dev, out / NETWORK_FILE)
    promised = promises.promised(new, promises.Judged(material.dev, counted, read), calibration, look)
    unscaled = Weights(
        learnt=_by_kind(rows, model),
        trait_names=rows.trait_names,
        traits=(model.weights[-rows.widths[-1] :] * rows.trait_sizes[:, None]).astype(np.float32),
        bias=model.bias.astype(np.float32),
        temperature=1.0,
        second_look=look,
        thresholds=dict(promised.thresholds),  # type: ignore[arg-type]
        folder=out,
    )
    save_weights(calibration.built_in(unscaled), out)
    (out / "measured.json").write_text(json.dumps(promised.measured, indent=1) + "\n", encoding="utf-8")
    return {"calibration": asdict(calibration), "second look": asdict(look), **asdict(promised)}


def as_shipped(posts: list[Post], file: Path) -> np.ndarray:
    """What the network in a file sums up to for each of the verdicts: a row a post."""
    network = load_network(file)
    return np.array([network.sums(post.text, answered_text(post.context))[: len(VERDICTS)] for post in posts])


def _fit(rows: Rows, learnt: Lessons) -> softmax.Softmax:
    return softmax.fit(rows.of(learnt.features), learnt.shares, learnt.counts)


def _by_kind(rows: Rows, model: softmax.Softmax) -> dict[str, Learnt]:
    *by_kind, _ = np.split(model.weights.astype(np.float32), np.cumsum(rows.widths)[:-1])
    return {
        kind: Learnt(rows.place_of[kind], rows.rarity[kind], with_unknown(some))
        for kind, some in zip(KINDS, by_kind, strict=True)
    }


if __name__ == "__main__":
    train()
