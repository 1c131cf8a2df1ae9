"""How often the intervals hold the truth, and how often nothing is taken for something.

    python -m tests.agent.insights.simulate            1,000 runs of each line, a few minutes

The truth is known because the logs are made of it: what comes back follows a geometric distribution, whose
mean differs from site to site and, where there is an effect, from group to group.
"""

from collections.abc import Callable
from dataclasses import dataclass

import click
import numpy as np
from numpy.random import Generator

from agent.insights import find
from agent.insights._facts import UNKNOWN, Facts, Names, Received
from agent.insights._statistics import Interval, Ranked, median, share

NOW = 1_795_000_000
DAY = 24 * 3600
LEVELS = (3.0, 9.0, 0.7)
"""Mean counts on the sites of the simulated person."""


@dataclass(frozen=True)
class Case:
    """A group of posts among others, and by how much what comes back for it is multiplied."""

    posts: int
    in_group: float
    effect: float
    sites: int = 2

    def __str__(self) -> str:
        return (
            f"standing: {self.posts:,} posts, {self.in_group:.0%} in the group, {self.effect:g} times as much"
        )

    def run(self, chance: Generator) -> bool:
        """Whether the interval of one made-up log holds the truth."""
        site = chance.integers(self.sites, size=self.posts)
        inside = np.arange(self.posts) < max(20, round(self.in_group * self.posts))
        level = np.array(LEVELS)[site]
        counts = geometric(chance, np.where(inside, self.effect, 1) * level)
        found = Ranked(counts, site).standing(inside)
        weights, truths = [], []
        for place in range(self.sites):
            members, others = int((inside & (site == place)).sum()), int((~inside & (site == place)).sum())
            if members and others:
                weights.append(members * others / (members + others))
                truths.append(ahead(self.effect * LEVELS[place], LEVELS[place]))
        return found is not None and holds(found, float(np.average(truths, weights=weights)))


CASES = (
    Case(60, 0.4, 1),
    Case(60, 0.4, 2),
    Case(300, 0.2, 1),
    Case(300, 0.2, 1.5),
    Case(1_000, 0.05, 1.5),
    Case(5_000, 0.3, 1.2, sites=3),
    Case(400, 0.5, 4),
)


def share_holds(posts: int) -> Callable[[Generator], bool]:
    """Whether the interval of a share holds the truth, for a truth between 2 and 98 %."""

    def run(chance: Generator) -> bool:
        truth = chance.uniform(0.02, 0.98)
        return holds(share(int(chance.binomial(posts, truth)), posts), truth)

    return run


def median_holds(values: int) -> Callable[[Generator], bool]:
    """Whether the interval of the median of a skewed quantity (hours until an answer) holds the truth."""
    return lambda chance: holds(median(np.exp(chance.normal(1.0, 1.5, values))), float(np.exp(1.0)))


def lines() -> dict[str, Callable[[Generator], bool]]:
    """Everything whose coverage is measured."""
    return {
        **{str(case): case.run for case in CASES},
        **{f"share of {posts:,} posts": share_holds(posts) for posts in (20, 100, 1_000)},
        **{f"median of {values:,} answers": median_holds(values) for values in (20, 100, 1_000)},
    }


def coverage(run: Callable[[Generator], bool], runs: int, seed: int) -> float:
    """In which share of the runs the interval holds the truth."""
    return sum(run(np.random.default_rng([seed, number])) for number in range(runs)) / runs


def claims(runs: int, seed: int, posts: int, effect: float = 1.0) -> float:
    """In which share of the runs a whole log raises any claim, with all insights looked at together."""
    raised = 0
    for number in range(runs):
        facts = made_facts(np.random.default_rng([seed, number]), posts, effect)
        raised += any(found.finding.claims for found in find(facts))
    return raised / runs


def made_facts(chance: Generator, posts: int, effect: float) -> Facts:
    """A log of two years in which only questions get more or less back, and nothing where `effect` is 1."""
    posted = np.sort(NOW - chance.integers(0, 2 * 365 * DAY, size=posts))
    site = chance.integers(3, size=posts)
    signals = {
        name: chance.random(posts) < often
        for name, often in {
            "question": 0.2,
            "experience": 0.3,
            "praise": 0.1,
            "evidence": 0.05,
            "thanks": 0.08,
        }.items()
    }
    level = np.array(LEVELS)[site] * np.where(signals["question"], effect, 1)
    none = np.full(posts, UNKNOWN)
    verdicts = ("contributes", "me_too", "promotion")
    return Facts(
        number=np.arange(posts),
        posted=posted,
        local=posted + 3600,
        length=np.exp(chance.normal(4.5, 1, posts)).astype(np.int64),
        answers=chance.random(posts) < 0.6,
        took_a_suggestion=chance.random(posts) < 0.1,
        verdict=Names(verdicts, chance.choice(3, posts, p=(0.7, 0.2, 0.1))),
        site=Names(("x", "mastodon", "reddit"), site),
        kind=Names(("reply",), np.zeros(posts, dtype=np.int64)),
        community=Names(("a", "b", "c"), site),
        author=Names((), none),
        text=Names((), none),
        likes=geometric(chance, level),
        replies=none,
        shares=none,
        signals=signals,
        received=Received(*2 * (np.zeros(0, dtype=np.int64),), np.zeros(0, dtype=bool), np.zeros(0)),
        now=NOW,
    )


def geometric(chance: Generator, mean: np.ndarray) -> np.ndarray:
    """Counts with these means, as skewed as what comes back for posts."""
    return chance.geometric(1 / (1 + mean)) - 1


def ahead(mean: float, other: float) -> float:
    """How often a count of one mean is ahead of one of the other, half of the ties counted in."""
    counts = np.arange(4_000)
    one, two = (np.exp(np.log1p(-1 / (1 + each)) * counts) / (1 + each) for each in (mean, other))
    return float(one @ (np.cumsum(two) - two / 2))


def holds(found: Interval, truth: float) -> bool:
    """Whether the truth lies in the interval."""
    return found.low <= truth <= found.high


@click.command()
@click.option("--runs", default=1_000, show_default=True)
@click.option("--seed", default=8, show_default=True)
def main(runs: int, seed: int) -> None:
    """Print the measured figures."""
    click.echo(f"Intervals of 95 %: how often they held the truth in {runs:,} runs (93 to 97 % wanted)")
    for name, run in lines().items():
        click.echo(f"  {100 * coverage(run, runs, seed):5.1f} %  {name}")
    click.echo(
        f"Any claim at all, all insights together, in {runs:,} logs (5 % at most where nothing differs)"
    )
    for posts in (200, 2_000):
        click.echo(f"  {100 * claims(runs, seed, posts):5.1f} %  nothing differs, {posts:,} posts")
    click.echo(
        f"  {100 * claims(runs, seed, 2_000, 1.6):5.1f} %  questions get 1.6 times as much, 2,000 posts"
    )


if __name__ == "__main__":
    main()
