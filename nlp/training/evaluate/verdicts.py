"""How good the verdicts are on labelled posts, beside those of simpler judges trained on the same posts."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import numpy as np

from nlp.judge.weights import load_weights
from nlp.reading import Reading, reading_of
from nlp.review import Context
from nlp.reviewer import Reader
from nlp.training.baselines import baselines
from nlp.training.measures import GIVEN, Given, Judged, confusion, figures, intervals, judged
from nlp.training.posts import VERDICTS, Post, read_posts
from nlp.verdicts import confidence

BANDS = ((20, "up to 20"), (60, "21 to 60"), (140, "61 to 140"), (280, "141 to 280"), (10**9, "over 280"))
"""Lengths of drafts in characters."""
SHOWN = ("accuracy", "macro-F1", "false flags", "flag recall", "unjudged", "calibration error")
EVEN = ("macro-F1, likeliest", "macro-F1, even", "flag recall, even")
NEVER_FLAGGED = (1.0, 0.0, 0.0)
"""Such as a draft in another language, or one that answers in a word."""
ALWAYS_FLAGGED = {"me_too": (0.0, 1.0, 0.0), "promotion": (0.0, 0.0, 1.0)}
"""By the rules, which the judge bears out."""

Chances = tuple[float, ...]
Groups = dict[str, np.ndarray]


def evaluate_verdicts(file: Path, train: Path | None, as_json: bool) -> None:
    """Print the figures of the shipped pipeline on `file`; with `train`, of the baselines too."""
    posts = read_posts(file)
    found = {
        "Pitch In": _measured(posts, _read(posts)),
        "the same without the context": _measured(posts, _read(_alone(posts))),
    }
    if train:
        learnt = read_posts(train)
        for title, baseline in baselines():
            found[title] = _measured(posts, baseline.judge(learnt, posts))
    click.echo(json.dumps(found, indent=2) if as_json else "\n\n".join(_tables(found)))


def _alone(posts: list[Post]) -> list[Post]:
    return [replace(post, context=Context(kind=post.context.kind)) for post in posts]


def _read(posts: list[Post]) -> list[Given]:
    docs = Reader().read((post.text, post.context) for post in posts)
    return [_given(reading_of(doc)) for doc in docs]


def _given(reading: Reading) -> Given:
    return Given(reading.verdict, confidence(reading), _chances(reading))


def _chances(reading: Reading) -> Chances:
    """Those that decide on even terms: whatever the threshold, some drafts are flagged and others never."""
    if reading.leaning is None or reading.enough is None or reading.enough > 1:
        return NEVER_FLAGGED
    if reading.enough < load_weights().thresholds[reading.strictness] and reading.verdict in ALWAYS_FLAGGED:
        return ALWAYS_FLAGGED[reading.verdict]
    found: Chances = tuple(reading.leaning.chances.tolist())
    return found


def _measured(posts: list[Post], given: list[Given]) -> dict[str, Any]:
    """Every figure with its interval, for each group of posts."""
    every = judged([post.verdict for post in posts], given)
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
    for name in ("agreed", "clear"):
        if rows := {title: groups[name] for title, groups in found.items() if name in groups}:
            tables.append(_table(f"{name} on even terms", rows, EVEN))
    return [*tables, _per_verdict(ours["agreed"]), _confusion(ours["agreed"])]


def _table(title: str, rows: dict[str, Any], shown: tuple[str, ...] = SHOWN) -> str:
    lines = [f"| {title} | n | " + " | ".join(shown) + " |", "|---" * (len(shown) + 2) + "|"]
    for name, row in rows.items():
        cells = " | ".join(_cell(row["figures"][measure]) for measure in shown)
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
