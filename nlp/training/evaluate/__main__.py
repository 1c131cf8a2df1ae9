"""`python -m nlp.training.evaluate --treebank FILE.conllu [--style NAME]`: the scores as a table."""

from pathlib import Path

import click
from spacy.language import Language

from nlp.language import load_language
from nlp.language.syntax_pipe import MODEL
from nlp.training.evaluate.imperatives import score_imperatives
from nlp.training.evaluate.treebank import MEASURES, score_treebank
from nlp.training.styles import MEASURED

FILE = click.Path(exists=True, path_type=Path)


@click.command()
@click.option("--treebank", "treebanks", type=FILE, multiple=True, help="May be given repeatedly.")
@click.option("--style", "styles", type=click.Choice(["all", *MEASURED]), multiple=True, default=["as typed"])
@click.option("--imperatives", type=FILE, help="train.jsonl: find the imperatives of the posts marked in it.")
@click.option("--model", type=FILE, default=MODEL, help="Weights and labels; the shipped ones unless given.")
def evaluate(
    treebanks: tuple[Path, ...], styles: tuple[str, ...], imperatives: Path | None, model: Path
) -> None:
    """Print F1 in percent: raw text in, spans aligned, as in the CoNLL 2018 shared task."""
    nlp = load_language(model)
    if treebanks:
        _print_treebanks(nlp, treebanks, tuple(MEASURED) if "all" in styles else styles)
    if imperatives:
        scores = score_imperatives(nlp, imperatives)
        click.echo(", ".join(f"{name} {value:.4g}" for name, value in scores.items()))


def _print_treebanks(nlp: Language, treebanks: tuple[Path, ...], styles: tuple[str, ...]) -> None:
    click.echo("| treebank | style | " + " | ".join(MEASURES) + " |")
    click.echo("|---|---|" + "---|" * len(MEASURES))
    for treebank in treebanks:
        for style in styles:
            scores = score_treebank(nlp, treebank, MEASURED[style])
            cells = " | ".join(f"{scores[measure]:.1f}" for measure in MEASURES)
            click.echo(f"| {treebank.stem} | {style} | {cells} |")


if __name__ == "__main__":
    evaluate()
