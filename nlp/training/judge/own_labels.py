"""Posts of `unlabelled.jsonl.gz` that were read for the judge under its guide (`GUIDE.md` beside them).

`own_labels.json` has their ids only: how they were chosen, source, verdict with how sure the reader was, and
what follows the source in each id. `natural` were drawn at random, each source with the share that it has in
dev.jsonl; `chosen` because an earlier teacher was in doubt about them, or expected a flag.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from nlp.training.posts import Post, labelled_post

LABELS = Path(__file__).with_suffix(".json")

Label = tuple[str, int, bool]
"""Verdict, how sure the reader was, and whether the post was chosen by a model."""


def own_labels(file: Path = LABELS) -> dict[str, Label]:
    """By id of a post what its reader said."""
    return dict(_told(json.loads(file.read_text(encoding="utf-8"))))


def _told(groups: dict[str, dict[str, dict[str, list[str]]]]) -> Iterator[tuple[str, Label]]:
    for drawn, by_source in groups.items():
        for source, by_verdict in by_source.items():
            for said, places in by_verdict.items():
                verdict, sure = said.split()
                for place in places:
                    yield f"{source}:{place}", (verdict, int(sure), drawn == "chosen")


def own_labelled(
    unlabelled: list[dict[str, Any]], labels: dict[str, Label]
) -> tuple[list[Post], list[dict[str, Any]]]:
    """The posts that have a label, and the rows that have none.

    Raises:
        ClickException: when a labelled post isn't among them.
    """
    rows = {row["id"]: row for row in unlabelled}
    if missing := labels.keys() - rows.keys():
        raise click.ClickException(
            f"{len(missing)} posts of {LABELS.name} aren't in unlabelled.jsonl.gz: "
            "use the posts that came with them."
        )
    labelled = [_post(rows[name], *label) for name, label in labels.items()]
    return labelled, [row for row in unlabelled if row["id"] not in labels]


def _post(row: dict[str, Any], verdict: str, sure: int, chosen: bool) -> Post:
    told = {"verdict": verdict, "sure": sure, **({"chosen": "active"} if chosen else {})}
    return labelled_post({**row, **told})
