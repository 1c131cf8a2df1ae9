"""`python -m nlp.training.cost_of_reviews --posts ../shared/data/posts/dev.jsonl`: reviews beside parses.

Drafts of 280 characters, each with all signals, the judge and the verdict, without suggestions. CPU time of
one thread, parse and review of a draft one after the other in one run: medians, with the quartiles.
"""

import itertools
import statistics
from functools import partial
from pathlib import Path

import click

import nlp
from nlp.language import load_language
from nlp.training.posts import read_posts
from nlp.training.timing import milliseconds, spread

DRAFTS, CHARACTERS = 400, 280
WARMING = 40
"""Drafts read before the clock counts."""


@click.command()
@click.option("--posts", type=click.Path(exists=True, path_type=Path), required=True)
def cost_of_reviews(posts: Path) -> None:
    """Print the time of a parse, of a review, and how many parses a review takes."""
    text = " ".join(post.text.replace("\n", " ") for post in read_posts(posts))
    cut = (text[start : start + CHARACTERS] for start in range(0, len(text), CHARACTERS))
    parser, reviewer = load_language(), nlp.load()
    times = [
        (milliseconds(partial(parser, draft)), milliseconds(partial(reviewer.review, draft, suggestions=0)))
        for draft in itertools.islice(cut, WARMING + DRAFTS)
    ]
    parses, reviews = zip(*times[WARMING:], strict=True)
    ratio = statistics.median(reviews) / statistics.median(parses)
    click.echo(f"parse {spread(parses)} ms, review {spread(reviews)} ms; ratio {ratio:.2f}")


if __name__ == "__main__":
    cost_of_reviews()
