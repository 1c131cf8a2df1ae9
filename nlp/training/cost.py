"""`python -m nlp.training.cost --posts ../shared/data/posts/dev.jsonl`: what the pipeline costs here.

Start-up in new processes, memory against a blank pipeline, and time per draft of 280 characters against the
bare tokenizer, on texts that neither has seen. Times are CPU time of one thread; medians with the quartiles.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

import click
from spacy.language import Language

STARTS = 9  # processes started per measure
DRAFTS = 200
CHARACTERS = 280
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

IMPORT_SPACY = "import spacy"
LOAD = "import spacy; from nlp.language import load_language; load_language()"
BLANK = "import spacy; spacy.blank('en')('A word.')"
READ = "import spacy; from nlp.language import load_language; load_language()('A word.')"


@click.command()
@click.option("--posts", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--timings-only", is_flag=True, hidden=True)
def cost(posts: Path, timings_only: bool) -> None:
    """Print start-up, memory and time per draft."""
    if timings_only:
        _time_drafts(posts)
        return
    base, loaded = _cpu_seconds(IMPORT_SPACY), _cpu_seconds(LOAD)
    ratio = statistics.median(loaded) / statistics.median(base)
    click.echo(f"import spacy: {_spread(base)} s; import and load: {_spread(loaded)} s; ratio {ratio:.2f}")
    blank, full = _peak_megabytes(BLANK), _peak_megabytes(READ)
    click.echo(f"memory: blank {blank:.0f} MB, pipeline {full:.0f} MB, more by {full - blank:.0f} MB")
    command = [sys.executable, "-m", "nlp.training.cost", "--posts", str(posts), "--timings-only"]
    subprocess.run(command, env={**os.environ, **ONE_THREAD}, check=True)  # noqa: S603 - our own module


def _time_drafts(path: Path) -> None:
    from spacy.lang.en import English

    from nlp.language import load_language

    with path.open(encoding="utf-8") as file:
        text = " ".join(json.loads(row)["text"].replace("\n", " ") for row in file)
    drafts = [text[start : start + CHARACTERS] for start in range(0, len(text), CHARACTERS)][
        : 2 * DRAFTS + 40
    ]
    blank, nlp = English(), load_language()
    for warming in drafts[:40]:
        blank(warming)
        nlp(warming)
    bare, whole = _milliseconds(blank, nlp, drafts[40:])
    ratio = statistics.median(whole) / statistics.median(bare)
    click.echo(
        f"{CHARACTERS} characters: tokenizer {_spread(bare)} ms, pipeline {_spread(whole)} ms; ratio {ratio:.1f}"
    )


def _milliseconds(blank: Language, nlp: Language, drafts: list[str]) -> tuple[list[float], list[float]]:
    bare, whole = [], []
    for draft in drafts:
        for pipeline, times in ((blank, bare), (nlp, whole)):
            before = time.thread_time()
            pipeline(draft)
            times.append(1000 * (time.thread_time() - before))
    return bare, whole


def _cpu_seconds(script: str) -> list[float]:
    seconds = []
    for _ in range(STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", script], check=True, env={**os.environ, **ONE_THREAD})  # noqa: S603
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return seconds


def _peak_megabytes(script: str) -> float:
    report = "; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    command = [sys.executable, "-c", script + report]
    ran = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **ONE_THREAD})  # noqa: S603
    return int(ran.stdout) / 1024


def _spread(values: list[float]) -> str:
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    cost()
