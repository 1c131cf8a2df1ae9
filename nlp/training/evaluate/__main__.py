"""Measures the pipeline: the verdicts on labelled posts, or the syntax on treebanks.

`python -m nlp.training.evaluate POSTS.jsonl [--baselines] [--json]`
`python -m nlp.training.evaluate --treebank FILE.conllu [--style NAME]`
"""

from pathlib import Path

import click
from spacy.language import Language

from nlp.language import load_language
from nlp.language.syntax_pipe import MODEL
from nlp.training.evaluate.imperatives import SETS, score_imperatives
from nlp.training.evaluate.treebank import MEASURES, genres_of, score_treebank
from nlp.training.evaluate.verdicts import evaluate_verdicts
from nlp.training.styles import MEASURED

FILE = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("posts", type=FILE, required=False)
@click.option("--baselines", is_flag=True, help="Also simpler judges, trained on --train.")
@click.option(
    "--train", type=FILE, help="Posts that baselines learn from; train.jsonl beside POSTS if left out."
)
@click.option("--json", "as_json", is_flag=True, help="All figures of POSTS, with their intervals, as JSON.")
@click.option("--treebank", "treebanks", type=FILE, multiple=True, help="May be given repeatedly.")
@click.option("--style", "styles", type=click.Choice(["all", *MEASURED]), multiple=True, default=["as typed"])
@click.option("--genres", is_flag=True, help="A line for each genre of the treebanks.")
@click.option("--imperatives", type=FILE, help="train, dev or unlabelled: score the sets marked in it.")
@click.option("--model", type=FILE, default=MODEL, help="Weights and labels; the shipped ones unless given.")
def evaluate(
    posts: Path | None,
    baselines: bool,
    train: Path | None,
    as_json: bool,
    treebanks: tuple[Path, ...],
    styles: tuple[str, ...],
    genres: bool,
    imperatives: Path | None,
    model: Path,
) -> None:
    """Print how good verdicts are, or F1 on treebanks: raw text in, spans aligned, as in CoNLL 2018."""
    if posts:
        evaluate_verdicts(posts, (train or posts.with_name("train.jsonl")) if baselines else None, as_json)
    if not (treebanks or imperatives):
        return
    nlp = load_language(model)
    if treebanks:
        _print_treebanks(nlp, treebanks, tuple(MEASURED) if "all" in styles else styles, genres)
    if imperatives:
        for marks in SETS:
            found = score_imperatives(nlp, imperatives, marks)
            if found.posts:
                click.echo(f"{marks.stem}: {found}")


def _print_treebanks(
    nlp: Language, treebanks: tuple[Path, ...], styles: tuple[str, ...], by_genre: bool
) -> None:
    click.echo("| treebank | style | " + " | ".join(MEASURES) + " |")
    click.echo("|---|---|" + "---|" * len(MEASURES))
    for treebank in treebanks:
        for genre in genres_of(treebank) if by_genre else [""]:
            for style in styles:
                scores = score_treebank(nlp, treebank, MEASURED[style], genre)
                cells = " | ".join(f"{scores[measure]:.1f}".replace("nan", "-") for measure in MEASURES)
                click.echo(f"| {treebank.stem} {genre} | {style} | {cells} |")


if __name__ == "__main__":
    evaluate()
