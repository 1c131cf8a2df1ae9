"""Rewrites that were read: would a regular of that community post this once the blanks are filled?

`readings.json` has no text of a post: whose it is (`post`: the id of a post, of a draft under another post,
the name of a written pair), the traits that the moves saw in it, and of each rewrite its move, kind, wording
and traits, with yes or no. Traits and wordings are named once and numbered; drafts with the same text share
a `group`.
"""

import json
from dataclasses import dataclass
from pathlib import Path

READINGS = Path(__file__).with_suffix(".json")


@dataclass(frozen=True)
class Reading:
    """One rewrite as it was read."""

    move: str
    kind: str
    wording: str
    traits: tuple[str, ...]
    yes: bool


@dataclass(frozen=True)
class ReadDraft:
    """A draft whose rewrites were read."""

    post: str
    group: int
    traits: tuple[str, ...]
    readings: tuple[Reading, ...]


def read_drafts(file: Path = READINGS) -> list[ReadDraft]:
    """All drafts whose rewrites were read."""
    told = json.loads(file.read_text(encoding="utf-8"))
    names, wordings = told["traits"], told["wordings"]

    def named(numbers: list[int]) -> tuple[str, ...]:
        return tuple(names[number] for number in numbers)

    return [
        ReadDraft(
            post,
            group,
            named(traits),
            tuple(
                Reading(move, kind, wordings[wording], named(own), bool(yes))
                for move, kind, wording, own, yes in rewrites
            ),
        )
        for post, group, traits, rewrites in told["drafts"]
    ]
