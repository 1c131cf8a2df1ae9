"""`python -m nlp.training.build --treebanks DIR [--posts FILE] --out DIR`: makes the pipeline's weights.

Learns word vectors from text without labels, trains the teacher on the treebanks, lets it read posts, trains
the student on the treebanks and on those readings, and packs it. What was interrupted goes on: each step
leaves its result in DIR, and each training a checkpoint after an epoch.
"""

import json
import random
from functools import partial
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch
from numpy.typing import NDArray
from spacy.util import load_config
from torch import nn

from nlp.training.corpus import Corpus, with_shares
from nlp.training.labels import Labels, count_labels, known_lemmas
from nlp.training.lessons import Lessons, lesson_tensors
from nlp.training.networks import Encoder, Heads, Parser
from nlp.training.package import save_weights
from nlp.training.silver import Reading, lines_of_posts, load_readings, read_lines, save_readings
from nlp.training.teacher import Teacher, TeacherTensors
from nlp.training.texts import words_of_paragraphs, words_of_posts
from nlp.training.trainer import Trainer
from nlp.training.units import Unit
from nlp.training.vectors import start_tables

CONFIG = Path(__file__).with_name("config.cfg")
FOLDER = click.Path(path_type=Path)
POSTS = "posts/unlabelled.jsonl.gz"
DEV_SHARE = 4  # every fourth unit of the dev sets is scored after an epoch


@click.command()
@click.option("--treebanks", type=FOLDER, required=True, help="The folder that the config's corpora lie in.")
@click.option(
    "--posts",
    type=FOLDER,
    help=f"Gzipped JSON lines with a `text`; {POSTS} beside the treebanks if left out.",
)
@click.option("--out", type=FOLDER, required=True, help="Where each step leaves its result.")
def build(treebanks: Path, posts: Path | None, out: Path) -> None:
    """Train teacher and student as config.cfg says, and pack the student into OUT/model."""
    works = Works(load_config(CONFIG), treebanks, posts or treebanks.parent / POSTS, out)
    model = out / "model"
    model.mkdir(parents=True, exist_ok=True)
    works.labels.save(model / "labels.json")
    lemmas = json.dumps(known_lemmas(works.sentences), ensure_ascii=False, indent=0)
    (model / "lemmas.json").write_text(lemmas, encoding="utf-8")
    student = works.student(works.readings())
    save_weights(student, model / "weights.npz", works.training["bits"])
    click.echo(f"{model}: {sum(file.stat().st_size for file in model.iterdir()) / 1e6:.1f} MB")


class Works:
    """The steps of a build. Each leaves a file in `out` and goes on from what it finds there."""

    def __init__(self, config: dict[str, Any], treebanks: Path, posts: Path, out: Path) -> None:
        self.config, self.posts, self.out = config, posts, out
        self.training = config["training"]
        self.seed = self.training["seed"]
        torch.set_num_threads(self.training["threads"])
        train, dev = ([treebanks / name for name in config["corpora"][part]] for part in ("train", "dev"))
        self.corpus = Corpus(train, self.training["styles"])
        self.dev: list[Unit] = Corpus(dev, {}).units(random.Random(0))[::DEV_SHARE]  # noqa: S311
        self.sentences = [sentence for paragraph in self.corpus.paragraphs for sentence in paragraph]
        self.labels = count_labels(self.sentences)

    def vectors(self, width: int) -> dict[str, NDArray[np.float32]]:
        """What the tables of the student's embedding start as."""
        path = self.out / "vectors.npz"
        if not path.exists():
            click.echo("learning word vectors")
            sentences = [*words_of_paragraphs(self.corpus.paragraphs), *words_of_posts(self.posts)]
            np.savez(path, **start_tables(sentences, width, self.seed))
        return dict(np.load(path))

    def teacher(self) -> nn.Module:
        """MiniLM as a parser, trained on the treebanks."""
        settings = self.config["teacher"]["trainer"]
        torch.manual_seed(self.seed)
        teacher = Teacher(self.config["teacher"], self.labels)
        groups = teacher.groups(settings["encoder_rate"])
        trainer = Trainer(teacher, TeacherTensors(self.labels), settings, self.out / "teacher.pt", groups)
        return trainer.run(Lessons(self.corpus, settings), self.dev, self.seed)

    def readings(self) -> list[Reading]:
        """Posts as the teacher reads them."""
        path = self.out / "readings.npz"
        if not path.exists():
            lines = list(lines_of_posts(self.posts, self.config["silver"]["words"], self.seed))
            teacher = self.teacher()
            save_readings(read_lines(teacher, TeacherTensors(self.labels), lines), path)
        return load_readings(path)

    def student(self, readings: list[Reading]) -> nn.Module:
        """The network that ships, trained on treebanks and readings."""
        settings, silver = self.training["trainer"], self.config["silver"]
        torch.manual_seed(self.seed)
        parser = new_parser(self.config["components"]["syntax"]["model"], self.training, self.labels)
        parser.encoder.embedding.start_from(self.vectors(parser.width))
        lessons = Lessons(self.corpus, settings, readings, silver["share"], with_shares(silver["styles"]))
        tensors = partial(lesson_tensors, labels=self.labels)
        trainer = Trainer(parser, tensors, settings, self.out / "checkpoint.pt")
        return trainer.run(lessons, self.dev, self.seed)


def new_parser(sizes: dict[str, int], training: dict[str, Any], labels: Labels) -> Parser:
    """The network in the configured size, untrained."""
    encoder = Encoder(
        *(sizes[name] for name in ("width", "convolutions", "attentions", "heads", "reach")),
        training["dropout"],
        training["word_dropout"],
    )
    counts = (len(labels.tags), len(labels.lemmas), len(labels.deprels))
    heads = Heads(sizes["width"], sizes["arc_width"], sizes["label_width"], *counts, training["dropout"])
    return Parser(encoder, heads)


if __name__ == "__main__":
    build()
