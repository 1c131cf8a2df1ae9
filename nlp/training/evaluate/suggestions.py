"""`python -m nlp.training.evaluate.suggestions SOURCE`: how many drafts get suggestions, how alike they are.

SOURCE is a folder of pairs such as `tests/nlp/moves/pairs`, or labelled posts such as `dev.jsonl`. With
`--examples 20` it prints so many drafts with their suggestions, with `--blind 100` so many suggestions in
mixed order to be read one by one; both are drawn by `--seed`.
"""

import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import click

from nlp.moves._wording import opening
from nlp.review import Review
from nlp.reviewer import Reviewer
from nlp.training.pairs import Pair, read_pairs

OPENINGS_AMONG = 100


@dataclass(frozen=True)
class Suggested:
    """A flagged draft and its review."""

    pair: Pair
    review: Review

    @property
    def answers(self) -> bool:
        """Whether it is known what the draft answers."""
        return bool(self.pair.context.parent_text or self.pair.context.thread_title)


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--examples", default=0, help="So many drafts with all their suggestions.")
@click.option("--blind", default=0, help="So many suggestions, one by one and mixed.")
@click.option("--seed", default=1, show_default=True, help="Decides which are drawn.")
def evaluate(source: Path, examples: int, blind: int, seed: int) -> None:
    """Print the figures of the suggestions for the flagged drafts of SOURCE, or examples of them."""
    pairs = read_pairs(source)
    reviews = Reviewer().review_many([(pair.draft, pair.context) for pair in pairs], suggestions=3)
    found = [
        Suggested(pair, review)
        for pair, review in zip(pairs, reviews, strict=True)
        if review.verdict in ("me_too", "promotion")
    ]
    chance = random.Random(seed)  # noqa: S311 - the same examples each time
    if examples:
        click.echo("\n\n".join(map(_example, chance.sample(found, min(examples, len(found))))))
    elif blind:
        _print_blind(found, blind, chance)
    else:
        click.echo("\n".join(_figures(found, len(pairs), chance)))


def _figures(found: list[Suggested], read: int, chance: random.Random) -> list[str]:
    with_context = [each for each in found if each.answers]
    without = [each for each in found if not each.answers]
    texts = [suggestion.text for each in found for suggestion in each.review.suggestions]
    some = chance.sample(texts, min(OPENINGS_AMONG, len(texts)))
    used = Counter(suggestion.move for each in found for suggestion in each.review.suggestions)
    return [
        f"drafts: {read}, flagged: {len(found)}, suggestions: {len(texts)}",
        f"with a parent or title, at least two: {_share(with_context, 2)}",
        f"without any context, at least one: {_share(without, 1)}",
        f"distinct openings (first three words) among {len(some)}: {len(set(map(opening, some)))}",
        "moves: " + ", ".join(f"{move} {count}" for move, count in used.most_common()),
    ]


def _share(found: list[Suggested], least: int) -> str:
    enough = sum(len(each.review.suggestions) >= least for each in found)
    return f"{enough} of {len(found)}" + (f" ({100 * enough / len(found):.1f} %)" if found else "")


def _example(each: Suggested) -> str:
    context = each.pair.context
    lines = [f"## {each.pair.name}: {each.review.verdict}"]
    if context.thread_title:
        lines.append(f"title: {context.thread_title}")
    if context.parent_text:
        lines.append(f"parent: {_shortened(context.parent_text)}")
    lines.append(f"draft: {_shortened(each.pair.draft)}")
    lines += [f"- {suggestion.move}: {suggestion.text}" for suggestion in each.review.suggestions]
    return "\n".join(lines)


def _print_blind(found: list[Suggested], count: int, chance: random.Random) -> None:
    every = [(each.pair, suggestion.text) for each in found for suggestion in each.review.suggestions]
    for number, (pair, text) in enumerate(chance.sample(every, min(count, len(every))), 1):
        context = pair.context
        answered = " | ".join(filter(None, (context.thread_title, _shortened(context.parent_text or ""))))
        click.echo(
            f"{number}. {answered or '(no context)'}\n   draft: {_shortened(pair.draft)}\n   -> {text}"
        )


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 400 else f"{line[:400]}…"


if __name__ == "__main__":
    evaluate()
