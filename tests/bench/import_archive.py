"""An X archive of 100,000 posts: the time beside that of a bare JSON parse and `executemany`, and the memory.

Both write the same rows into the same tables of an empty log, in turn, each in a process of its own; the
medians are compared.
"""

import json
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import click

from agent.importers import Wishes, importers, open_archive, recognise, size_to_read
from agent.services.imports import Imports, Report
from agent.services.settings import Settings
from agent.store import Log
from tests.agent.made import words

MOST_TIME = 2.0
"""Times that of the bare parse and insert."""
MOST_MEMORY = 300
"""MB."""
_ARCHIVE = "tweets.js"
_ROWS = "rows.db"
_TABLES = ("posts", "engagement")
_FIRST = datetime(2014, 1, 1, 12, tzinfo=UTC)

Rows = dict[str, list[tuple[Any, ...]]]


def write_archive(folder: Path, posts: int) -> None:
    """An archive as X hands it out: a record of some 600 bytes for each post, a third of them replies."""
    chance = Random(7)  # noqa: S311 (nothing secret)
    with (folder / _ARCHIVE).open("w") as file:
        file.write("window.YTD.tweets.part0 = [")
        for number in range(posts):
            moment = _FIRST + timedelta(minutes=31 * number)
            text = " ".join(
                words.sentence(chance, "plain", words.thing(chance)) for _ in range(chance.randint(1, 3))
            )
            record: dict[str, Any] = {
                "edit_info": {"initial": {"editTweetIds": [str(10**18 + number)], "editsRemaining": "5"}},
                "retweeted": False,
                "source": '<a href="https://example.org" rel="nofollow">Web App</a>',
                "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
                "display_text_range": ["0", str(len(text))],
                "favorite_count": str(int(chance.expovariate(0.3))),
                "id_str": str(10**18 + number),
                "truncated": False,
                "retweet_count": str(int(chance.expovariate(1))),
                "id": str(10**18 + number),
                "created_at": moment.strftime("%a %b %d %H:%M:%S +0000 %Y"),
                "favorited": False,
                "full_text": text,
                "lang": "en",
            }
            if not number % 3:
                record |= {
                    "in_reply_to_status_id_str": str(9 * 10**17 + number),
                    "in_reply_to_screen_name": "pine",
                }
            file.write(("," if number else "") + json.dumps({"tweet": record}, indent=2))
        file.write("]\n")


def import_it(archive_folder: Path, data: Path) -> None:
    """As the agent and the command line do it."""
    with closing(Log(data)) as log, open_archive(archive_folder) as archive:
        known = recognise(archive)
        report = Report(("X",), size_to_read(archive, known))
        for _ in Imports(log, Settings(log)).run(archive, known, Wishes(), report):
            pass
    assert not report.problems, report.problems


def kept_rows(archive_folder: Path) -> Rows:
    """What an import makes of the archive."""
    with closing(sqlite3.connect(archive_folder / _ROWS)) as source:
        return {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in _TABLES}  # noqa: S608


def insert_it(archive_folder: Path, data: Path, rows: Rows) -> None:
    """A bare parse and insert of the same rows."""
    text = (archive_folder / _ARCHIVE).read_text()
    json.loads(text[text.index("=") + 1 :])
    with closing(Log(data)) as log, log.writing() as db:
        for name, found in rows.items():
            marks = ", ".join("?" * len(found[0]))
            db.conn.executemany(f"INSERT INTO {name} VALUES ({marks})", found)  # noqa: S608


def rows_for_the_bare_insert(archive_folder: Path) -> None:
    """The rows that an import makes of the archive, in a file beside it."""
    with tempfile.TemporaryDirectory() as data:
        import_it(archive_folder, Path(data))
        with closing(sqlite3.connect(Path(data) / "pitch-in.db")) as made:
            made.execute("ATTACH ? AS kept", [str(archive_folder / _ROWS)])
            for name in _TABLES:
                made.execute(f"CREATE TABLE kept.{name} AS SELECT * FROM main.{name}")  # noqa: S608


def in_a_process(what: str, archive_folder: Path) -> tuple[float, float]:
    """Seconds and MB (most at once) of one of the two, in a process of its own."""
    line = [
        sys.executable,
        "-m",
        "tests.bench.import_archive",
        "--once",
        what,
        "--archive",
        str(archive_folder),
    ]
    printed = subprocess.run(line, capture_output=True, text=True, check=True).stdout
    seconds, memory = re.findall(r"[\d.]+", printed)
    return float(seconds), float(memory)


def once(what: str, archive_folder: Path) -> None:
    """Do one of the two and print its seconds and MB."""
    importers()
    rows = kept_rows(archive_folder) if what == "bare" else {}
    with tempfile.TemporaryDirectory() as data:
        # The time of the processor counts, not that of whatever else runs here.
        begun = time.process_time()
        if what == "bare":
            insert_it(archive_folder, Path(data), rows)
        else:
            import_it(archive_folder, Path(data))
        print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)  # noqa: T201


@click.command()
@click.option("--posts", default=100_000, show_default=True)
@click.option("--turns", default=5, show_default=True)
@click.option("--once", "what", type=click.Choice(["import", "bare"]), hidden=True)
@click.option("--archive", type=click.Path(path_type=Path), hidden=True)
def main(posts: int, turns: int, what: str | None, archive: Path | None) -> None:
    """Measure."""
    if what and archive:
        once(what, archive)
        return
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_archive(folder, posts)
        rows_for_the_bare_insert(folder)
        times: dict[str, list[float]] = {"import": [], "bare": []}
        memory = 0.0
        for _ in range(turns):
            for each, seconds in times.items():
                took, most = in_a_process(each, folder)
                seconds.append(took)
                memory = max(memory, most) if each == "import" else memory
    imported, bare = (statistics.median(times[each]) for each in ("import", "bare"))
    click.echo(
        f"{posts:,} posts: import {imported:.2f} s, bare parse and insert {bare:.2f} s of processor time"
    )
    click.echo(
        f"ratio {imported / bare:.2f} (at most {MOST_TIME}), memory {memory:.0f} MB (at most {MOST_MEMORY})"
    )
    sys.exit(imported / bare > MOST_TIME or memory > MOST_MEMORY)


if __name__ == "__main__":
    main()
