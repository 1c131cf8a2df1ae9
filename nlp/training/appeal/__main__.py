"""`python -m nlp.training.appeal`: learns `nlp/moves/_appeal.json` from `readings.json`, and measures it.

The same readings give the same weights each time. Takes seconds, and needs no posts.
"""

import json
from pathlib import Path

import click

from nlp.moves._appeal import WEIGHTS
from nlp.training.appeal.learning import SHOWN, learn, measure
from nlp.training.appeal.readings import read_drafts


@click.command()
@click.option("--out", type=click.Path(path_type=Path), default=WEIGHTS, help="Where the weights go.")
def train(out: Path) -> None:
    """Print what cross-validation by draft finds, and write weights learnt from all readings."""
    drafts = read_drafts()
    found = measure(drafts)
    click.echo(f"{len(drafts)} drafts, {found.rewrites} rewrites, {100 * found.yes:.1f} % yes")
    click.echo(f"area under the curve: {found.auc:.3f}, within drafts {found.auc_within_drafts:.3f}")
    click.echo(f"yes among the best {SHOWN} of a draft: {100 * found.yes_among_best:.1f} %")
    weights = learn(drafts)
    out.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    train()
