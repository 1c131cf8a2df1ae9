"""How much asking is too much: rules that communities go by, and the person's own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Balance:
    """Of the last `posts`, asks may be less than the share `most_asks`.

    `fewest_answers`: who answers others in this share of their posts is let be, where that is a rule.
    """

    posts: int
    most_asks: float
    fewest_answers: float | None = None


PRESETS = {
    "lobsters": Balance(20, 0.51),
    "reddit": Balance(100, 0.1),
    "contextmod": Balance(100, 0.1, fewest_answers=0.5),
}
"""Lobsters' heavy self promoter; Reddit's nine to one (2014); ContextMod's default rule for subreddits."""
