"""How good the verdicts are on labelled posts, beside those of simpler judges trained on the same posts."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import numpy as np

from nlp.review import Context
from nlp.reviewer import Reviewer
from nlp.training.baselines import baselines
from nlp.training.measures import GIVEN, Judged, confusion, figures, intervals, judged
from nlp.training.posts import VERDICTS, Post, read_posts

BANDS = ((20, "up to 20"), (60, "21 to 60"), (140, "61 to 140"), (280, "141 to 280"), (10**9, "over 280"))
"""Lengths of drafts in characters."""
SHOWN = ("accuracy", "macro-F1", "false flags", "flag recall", "unjudged", "calibration error")

Groups = dict[str, np.ndarray]


def evaluate_verdicts(file: Path, train: Path | None, as_json: bool) -> None:
    """Print the figures of the shipped pipeline on `file`; with `train`, of the baselines too."""
    posts = read_posts(file)
    found = {
        "Pitch In": _measured(posts, *_reviewed(posts)),
        "the same without the context": _measured(posts, *_reviewed(_alone(posts))),
    }
    if train:
        learnt = read_posts(train)
        for title, baseline in baselines():
            given, confidence = zip(*baseline.judge(learnt, posts), strict=True)
            found[title] = _measured(posts, list(given), list(confidence))
    click.echo(json.dumps(found, indent=2) if as_json else "\n\n".join(_tables(found)))


def _alone(posts: list[Post]) -> list[Post]:
    return [replace(post, context=Context(kind=post.context.kind)) for post in posts]


def _reviewed(posts: list[Post]) -> tuple[list[str], list[float]]:
    reviews = list(Reviewer().review_many((post.text, post.context) for post in posts))
    return [review.verdict for review in reviews], [review.confidence for review in reviews]


def _measured(posts: list[Post], given: list[str], confidence: list[float]) -> dict[str, Any]:
    """Every figure with its interval, for each group of posts."""
    every = judged([post.verdict for post in posts], given, confidence)
    return {name: _with_intervals(every[chosen]) for name, chosen in _groups(posts).items() if chosen.any()}


def _with_intervals(some: Judged) -> dict[str, Any]:
    ranges = intervals(some)
    measures = {name: [_plain(value), *map(_plain, ranges[name])] for name, value in figures(some).items()}
    return {"n": len(some), "confusion": confusion(some).tolist(), "figures": measures}


def _plain(value: float) -> float | None:
    return None if np.isnan(value) else round(value, 4)


def _groups(posts: list[Post]) -> Groups:
    """Which posts belong to each table row. All but the first two are parts of the agreed posts."""
    agreed = np.array([post.agreed for post in posts])
    groups = {
        "all": np.ones(len(posts), bool),
        "agreed": agreed,
        "clear": _where(posts, lambda post: post.clear),
    }
    for platform in sorted({post.platform for post in posts}):
        groups[f"on {platform}"] = agreed & _where(posts, lambda post, name=platform: post.platform == name)
    for place, (_, name) in enumerate(BANDS):
        groups[f"{name} characters"] = agreed & _where(posts, lambda post, band=place: _band(post) == band)
    groups["length-balanced"] = _balanced(posts, agreed)
    groups["with a parent"] = agreed & _where(posts, lambda post: bool(post.context.parent_text))
    groups["without"] = agreed & ~groups["with a parent"]
    return groups


def _where(posts: list[Post], holds: Callable[[Post], bool]) -> np.ndarray:
    return np.array([holds(post) for post in posts])


def _band(post: Post) -> int:
    return next(place for place, (most, _) in enumerate(BANDS) if len(post.text) <= most)


def _balanced(posts: list[Post], agreed: np.ndarray) -> np.ndarray:
    """A draw with as many contributions as flags in each length band, so that length alone tells nothing."""
    random = np.random.default_rng(0)
    chosen = np.zeros(len(posts), bool)
    for band in range(len(BANDS)):
        inside = agreed & _where(posts, lambda post, band=band: _band(post) == band)
        contributions = _where(posts, lambda post: post.verdict == "contributes")
        sides = [np.flatnonzero(inside & contributions), np.flatnonzero(inside & ~contributions)]
        fewest = min(map(len, sides))
        for side in sides:
            chosen[random.permutation(side)[:fewest]] = True
    return chosen


def _tables(found: dict[str, Any]) -> list[str]:
    ours = found["Pitch In"]
    tables = [
        _table("all posts by judge", {title: groups["all"] for title, groups in found.items()}),
        _table("agreed by judge", {title: groups["agreed"] for title, groups in found.items()}),
        _table("Pitch In by group", ours),
    ]
    if parents := {title: row["with a parent"] for title, row in found.items() if "with a parent" in row}:
        tables.insert(2, _table("with a parent by judge", parents))
    if clear := {title: groups["clear"] for title, groups in found.items() if "clear" in groups}:
        tables.insert(2, _table("clear by judge", clear))
    return [*tables, _per_verdict(ours["agreed"]), _confusion(ours["agreed"])]


def _table(title: str, rows: dict[str, Any]) -> str:
    lines = [f"| {title} | n | " + " | ".join(SHOWN) + " |", "|---" * (len(SHOWN) + 2) + "|"]
    for name, row in rows.items():
        cells = " | ".join(_cell(row["figures"][measure]) for measure in SHOWN)
        lines.append(f"| {name} | {row['n']} | {cells} |")
    return "\n".join(lines)


def _cell(figure: list[float | None]) -> str:
    value, low, high = figure
    if value is None or low is None or high is None:
        return "-"
    return f"{100 * value:.1f} ({100 * low:.0f} to {100 * high:.0f})"


def _per_verdict(row: dict[str, Any]) -> str:
    lines = ["| agreed | precision | recall | F1 |", "|---|---|---|---|"]
    for verdict in VERDICTS:
        parts = (row["figures"][f"{verdict} {name}"] for name in ("precision", "recall", "F1"))
        lines.append(f"| {verdict} | " + " | ".join(map(_cell, parts)) + " |")
    return "\n".join(lines)


def _confusion(row: dict[str, Any]) -> str:
    lines = ["| agreed: reader's verdict | " + " | ".join(GIVEN) + " |", "|---" * (len(GIVEN) + 1) + "|"]
    for verdict, counts in zip(VERDICTS, row["confusion"], strict=True):
        lines.append(f"| {verdict} | " + " | ".join(map(str, counts)) + " |")
    return "\n".join(lines)
