"""`python -m nlp.training.appeal.drawing SOURCE`: rewrites to be read, before it is chosen which are shown.

SOURCE is a folder of pairs such as `nlp/training/appeal/written`, or a file of labelled posts; never one that
suggestions are measured on. Of each draft it prints the likeliest rewrites and some others, no two of a kind,
all of which pass the gate. Say of each whether a regular of that community would post it: a line `12 ynny`
for the 12th draft. `--said FILE` of such lines adds them to `readings.json`; learn only then, for a drawing
depends on the weights.
"""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from nlp import gate
from nlp.inventions import Known
from nlp.moves import Move, Rewrite, glue, ranked
from nlp.moves._kinds import kinds
from nlp.moves._traits import Traits
from nlp.reading import reading_of
from nlp.reviewer import Reader
from nlp.training.appeal.readings import READINGS
from nlp.training.pairs import Pair, read_pairs

LIKELIEST, OTHERS = 4, 3


@dataclass(frozen=True)
class Drawn:
    """A draft and the rewrites that were drawn of it."""

    pair: Pair
    traits: Traits
    rewrites: tuple[tuple[Move, Rewrite], ...]


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.option("--count", default=100, show_default=True, help="So many drafts.")
@click.option("--seed", default=1, show_default=True, help="Decides which are drawn.")
@click.option("--said", type=click.Path(exists=True, path_type=Path), help="What was said of this drawing.")
def draw(source: Path, count: int, seed: int, said: Path | None) -> None:
    """Print rewrites of drafts of SOURCE, or add what was said of them."""
    chance, reader = random.Random(seed), Reader()  # noqa: S311 - the same ones each time
    pairs = read_pairs(source)
    drawn = [_drawn(pair, reader, chance) for pair in chance.sample(pairs, min(count, len(pairs)))]
    if said is None:
        for number, each in enumerate(drawn, 1):
            click.echo(_printed(number, each))
    else:
        _add(drawn, dict(line.split() for line in said.read_text(encoding="utf-8").splitlines()))


def _drawn(pair: Pair, reader: Reader, chance: random.Random) -> Drawn:
    (doc,) = reader.read([(pair.draft, pair.context)])
    material = reader.material(doc)
    likeliest_first = ranked(material)

    def passes(rewrite: Rewrite) -> bool:
        clean = gate.may_be_shown(rewrite.text, material.draft, pair.context.site, known)
        return clean and reader.judged(gate.filled(rewrite.text), reading_of(doc)).verdict == "contributes"

    known = Known(pair.draft, pair.context, glue())
    found = dict(_passing(likeliest_first, passes, LIKELIEST))
    rest = [each for each in likeliest_first if each[2].wordings not in found]
    chance.shuffle(rest)
    found |= dict(_passing(rest, passes, OTHERS))
    rewrites = list(found.values())
    chance.shuffle(rewrites)
    return Drawn(pair, Traits(material), tuple(rewrites))


def _passing(
    offered: list[tuple[float, Move, Rewrite]], passes: Callable[[Rewrite], bool], most: int
) -> Iterator[tuple[tuple[str, ...], tuple[Move, Rewrite]]]:
    """The first of each kind that passes, by its wordings."""
    seen: set[tuple[str, ...]] = set()
    for _, move, rewrite in offered:
        if len(seen) == most:
            return
        if rewrite.wordings not in seen and passes(rewrite):
            seen.add(rewrite.wordings)
            yield rewrite.wordings, (move, rewrite)


def _printed(number: int, drawn: Drawn) -> str:
    context = drawn.pair.context
    answered = " | ".join(filter(None, (context.thread_title, context.parent_text)))
    lines = [f"#{number} {' '.join(answered.split())}", f"draft: {drawn.pair.draft}"]
    return "\n".join(
        lines + [f"{place} {rewrite.text}" for place, (_, rewrite) in enumerate(drawn.rewrites, 1)]
    )


def _add(drawn: list[Drawn], said: dict[str, str]) -> None:
    told = json.loads(READINGS.read_text(encoding="utf-8"))
    traits, wordings = _numbers(told["traits"]), _numbers(told["wordings"])
    groups = max(group for _, group, _, _ in told["drafts"])
    for number, each in enumerate(drawn, 1):
        answers = said.get(str(number), "")
        if len(answers) not in (0, len(each.rewrites)):
            raise click.ClickException(f"#{number}: {len(answers)} answers to {len(each.rewrites)} rewrites.")
        read = [
            [
                move.name,
                kinds()[rewrite.wordings],
                wordings.setdefault(rewrite.wording, len(wordings)),
                [traits.setdefault(trait, len(traits)) for trait in each.traits.of(rewrite)],
                int(answer == "y"),
            ]
            for (move, rewrite), answer in zip(each.rewrites, answers, strict=False)
        ]
        own = [traits.setdefault(trait, len(traits)) for trait in each.traits.of_draft]
        if read:
            told["drafts"].append([each.pair.name, groups + number, own, read])
    rows = ",\n".join(json.dumps(row, separators=(",", ":"), ensure_ascii=False) for row in told["drafts"])
    heads = [
        f'"{name}": {json.dumps(list(of), ensure_ascii=False)},'
        for name, of in (("traits", traits), ("wordings", wordings))
    ]
    READINGS.write_text("\n".join(["{", *heads, '"drafts": [', rows, "]", "}", ""]), encoding="utf-8")


def _numbers(names: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


if __name__ == "__main__":
    draw()
