"""`python -m nlp.training.cost_of_suggestions SOURCE`: what a review with suggestions costs beside the parse.

For each flagged draft of SOURCE that answers something: CPU time of one thread for the parse of draft and
parent alone, and for the review with up to three suggestions; medians, with the quartiles.
"""

import time
from pathlib import Path

import click

from nlp.language import load_language
from nlp.reviewer import Reviewer
from nlp.training.pairs import read_pairs
from nlp.training.timing import milliseconds, spread

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
        parsed = milliseconds(lambda texts=(pair.draft, answered): [language(text) for text in texts])
        started = time.thread_time()
        review = reviewer.review(pair.draft, pair.context)
        reviewed = 1000 * (time.thread_time() - started)
        if review.suggestions and place >= WARMING:
            parses.append(parsed)
            reviews.append(reviewed)
    ratios = [review / parse for review, parse in zip(reviews, parses, strict=True)]
    click.echo(f"{len(ratios)} flagged drafts with a parent")
    click.echo(
        f"parse of draft and parent: {spread(parses)} ms; review with suggestions: {spread(reviews)} ms"
    )
    click.echo(f"ratio: {spread(ratios)}")


if __name__ == "__main__":
    cost()
