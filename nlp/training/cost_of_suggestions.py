"""`python -m nlp.training.cost_of_suggestions SOURCE`: what a review with suggestions costs beside the parse.

For each flagged draft of SOURCE that answers something: CPU time of one thread for the parse of draft and
parent alone, and for the review with up to three suggestions; medians, with the quartiles.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import click

from nlp.language import load_language
from nlp.reviewer import Reviewer
from nlp.training.pairs import read_pairs

WARMING = 15  # drafts read before the clock counts


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
def cost(source: Path) -> None:
    """Print the times and their ratio. Set OPENBLAS_NUM_THREADS=1 for times of one thread."""
    reviewer, language = Reviewer(), load_language()
    pairs = [pair for pair in read_pairs(source) if pair.context.parent_text]
    parses, reviews = [], []
    for place, pair in enumerate(pairs):
        answered = "\n".join(filter(None, (pair.context.thread_title, pair.context.parent_text)))
        parsed = _milliseconds(lambda texts=(pair.draft, answered): [language(text) for text in texts])
        started = time.thread_time()
        review = reviewer.review(pair.draft, pair.context)
        reviewed = 1000 * (time.thread_time() - started)
        if review.suggestions and place >= WARMING:
            parses.append(parsed)
            reviews.append(reviewed)
    ratios = [review / parse for review, parse in zip(reviews, parses, strict=True)]
    click.echo(f"{len(ratios)} flagged drafts with a parent")
    click.echo(
        f"parse of draft and parent: {_spread(parses)} ms; review with suggestions: {_spread(reviews)} ms"
    )
    click.echo(f"ratio: {_spread(ratios)}")


def _milliseconds(work: Callable[[], object]) -> float:
    before = time.thread_time()
    work()
    return 1000 * (time.thread_time() - before)


def _spread(values: list[float]) -> str:
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    cost()
