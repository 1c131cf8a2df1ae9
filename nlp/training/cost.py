"""`python -m nlp.training.cost --posts ../shared/data/posts/dev.jsonl`: what the pipeline costs here.

Start-up in new processes, memory against a blank pipeline, and time per draft against the bare tokenizer, on
texts that neither has seen. Times are CPU time of one thread: medians, with the quartiles.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
from functools import partial
from pathlib import Path

import click
from spacy.lang.en import English

from nlp.language import load_language
from nlp.training.timing import milliseconds, spread

STARTS = 9  # processes started per measure
DRAFTS = 400
WARMING = 40  # drafts read before the clock counts
CHARACTERS = 280
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

IMPORT = "import spacy"
LOAD = "import spacy; from nlp.language import load_language; load_language()"
READ_BLANK = "import spacy; spacy.blank('en')('A word.')"
READ = "import spacy; from nlp.language import load_language; load_language()('A word.')"
PEAK = "; import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


@click.command()
@click.option("--posts", type=click.Path(exists=True, path_type=Path), required=True)
def cost(posts: Path) -> None:
    """Print start-up, memory and time per draft."""
    starts = [(_cpu_seconds(IMPORT), _cpu_seconds(LOAD)) for _ in range(STARTS)]
    base, loaded = zip(*starts, strict=True)
    ratio = statistics.median(loaded) / statistics.median(base)
    click.echo(f"import spacy: {spread(base)} s; import and load: {spread(loaded)} s; ratio {ratio:.2f}")
    blank, full = (int(_python(script + PEAK)) / 1024 for script in (READ_BLANK, READ))
    click.echo(f"memory: blank {blank:.0f} MB, pipeline {full:.0f} MB, more by {full - blank:.0f} MB")
    click.echo(_python(f"from nlp.training.cost import time_drafts; time_drafts({str(posts)!r})").rstrip())


def time_drafts(posts: str) -> None:
    """Print the time per draft. For a process of its own: the number of threads is set before it starts."""
    with Path(posts).open(encoding="utf-8") as file:
        text = " ".join(json.loads(row)["text"].replace("\n", " ") for row in file)
    drafts = [text[start : start + CHARACTERS] for start in range(0, len(text), CHARACTERS)]
    drafts = drafts[: WARMING + DRAFTS]
    pipelines = English(), load_language()
    times = [[milliseconds(partial(pipeline, draft)) for pipeline in pipelines] for draft in drafts][WARMING:]
    bare, whole = zip(*times, strict=True)
    ratio = statistics.median(whole) / statistics.median(bare)
    click.echo(f"{CHARACTERS} characters: tokenizer {spread(bare)} ms, pipeline {spread(whole)} ms", nl=False)
    click.echo(f"; ratio {ratio:.1f}")


def _cpu_seconds(script: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _python(script)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _python(script: str) -> str:
    command = [sys.executable, "-c", script]
    environment = {**os.environ, **ONE_THREAD}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout  # noqa: S603


if __name__ == "__main__":
    cost()
