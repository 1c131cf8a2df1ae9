"""`python -m nlp.training.build --treebanks ../shared/data/ud --out DIR`: makes the pipeline's weights.

Learns word vectors from text without labels, trains the network from them on the treebanks, and packs it.
What was interrupted goes on: the vectors are kept in DIR, and a checkpoint after each epoch.
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

from nlp.training.batches import as_tensors
from nlp.training.corpus import Corpus
from nlp.training.labels import Labels, count_labels, known_lemmas
from nlp.training.networks import Encoder, Heads, Parser
from nlp.training.package import save_weights
from nlp.training.texts import words_of_paragraphs, words_of_posts
from nlp.training.trainer import Trainer
from nlp.training.vectors import start_tables

CONFIG = Path(__file__).with_name("config.cfg")
FOLDER = click.Path(path_type=Path)
DEV_SHARE = 4  # every fourth unit of the dev sets is scored after an epoch


@click.command()
@click.option("--treebanks", type=FOLDER, required=True, help="The folder that the config's corpora lie in.")
@click.option(
    "--posts", type=FOLDER, help="Gzipped JSON lines with a `text`: more words for the word vectors."
)
@click.option("--out", type=FOLDER, required=True, help="Where each step leaves its result.")
def build(treebanks: Path, posts: Path | None, out: Path) -> None:
    """Train the network as config.cfg says, and pack it into OUT/model."""
    config: dict[str, Any] = load_config(CONFIG)
    seed = config["training"]["seed"]
    torch.set_num_threads(config["training"]["threads"])
    model = out / "model"
    model.mkdir(parents=True, exist_ok=True)
    corpus = Corpus([treebanks / name for name in config["corpora"]["train"]], config["training"]["styles"])
    dev = Corpus([treebanks / name for name in config["corpora"]["dev"]], {}).units(random.Random(0))  # noqa: S311
    sentences = [sentence for paragraph in corpus.paragraphs for sentence in paragraph]
    labels = count_labels(sentences)
    labels.save(model / "labels.json")
    lemmas = json.dumps(known_lemmas(sentences), ensure_ascii=False, indent=0)
    (model / "lemmas.json").write_text(lemmas, encoding="utf-8")
    torch.manual_seed(seed)
    parser = new_parser(config["components"]["syntax"]["model"], config["training"], labels)
    parser.encoder.embedding.start_from(word_vectors(corpus, posts, out / "vectors.npz", parser.width, seed))
    trainer = Trainer(
        parser, partial(as_tensors, labels=labels), config["training"]["trainer"], out / "checkpoint.pt"
    )
    trained = trainer.run(corpus.units, dev[::DEV_SHARE], seed)
    save_weights(trained, model / "weights.npz")
    click.echo(f"{model}: {sum(file.stat().st_size for file in model.iterdir()) / 1e6:.1f} MB")


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


def word_vectors(
    corpus: Corpus, posts: Path | None, path: Path, width: int, seed: int
) -> dict[str, NDArray[np.float32]]:
    """What the tables of the embedding start as, learnt once and kept."""
    if not path.exists():
        click.echo("learning word vectors")
        sentences = list(words_of_paragraphs(corpus.paragraphs))
        if posts:
            sentences.extend(words_of_posts(posts))
        np.savez(path, **start_tables(sentences, width, seed))
    return dict(np.load(path))


if __name__ == "__main__":
    build()
