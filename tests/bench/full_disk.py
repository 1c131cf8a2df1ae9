"""A disk that fills up in the middle of each kind of write: a clear sentence, the log intact, and on again.

On a small file system of its own in memory (tmpfs), which root mounts; where that can't be, it ends with 1.
"""

import errno
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from agent.commands._new_file import new_file
from agent.importers import Wishes, open_archive, recognise, size_to_read
from agent.problems import Problem
from agent.services import Services
from agent.services.imports import Report
from agent.store import Log
from agent.trouble import Trouble
from tests.agent.calls import new_id
from tests.agent.whole_logs import everything
from tests.bench.import_archive import write_archive

SIZE = 24
"""MB of the disk."""
_ROW = {"posted_at": "2026-01-01T00:00:00.000Z", "logged_at": "2026-01-01T00:00:00.000Z"}


@dataclass(frozen=True)
class Kind:
    """A kind of write: what is tried until the disk is full, and how many bytes it finds left."""

    name: str
    write: Callable[[Services, Path], None]
    left: int = 200_000


@contextmanager
def small_disk(megabytes: int = SIZE) -> Iterator[Path]:
    """A disk of so many MB; raises `PermissionError` where it can't be mounted."""
    with tempfile.TemporaryDirectory() as made:
        line = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "tmpfs", made]
        if subprocess.run(line, check=False, capture_output=True).returncode:
            raise PermissionError(errno.EPERM, "A file system can't be mounted: run this as root.")
        try:
            yield Path(made)
        finally:
            subprocess.run(["umount", made], check=True)


@contextmanager
def remounted(disk: Path, mode: str) -> Iterator[None]:
    """The disk, only to be read (`ro`) for a while."""
    subprocess.run(["mount", "-o", f"remount,{mode}", str(disk)], check=True)
    try:
        yield
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


@contextmanager
def filled(disk: Path, left: int) -> Iterator[None]:
    """The disk with only so many bytes left."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file, suppress(OSError):
        while True:
            file.write(bytes(1 << 16))
            file.flush()
    os.truncate(ballast, max(0, ballast.stat().st_size - left))
    try:
        yield
    finally:
        ballast.unlink()


def told(services: Services, disk: Path, kind: Kind) -> str:
    """The sentence that is said when the disk fills up in the middle of this write."""
    try:
        kind.write(services, disk)
    except (Trouble, Problem) as said:
        return str(said)
    except sqlite3.Error as error:
        return str(services.log.trouble(error))
    raise AssertionError(f"{kind.name}: the disk was not full.")


def _log_posts(services: Services, _: Path) -> None:
    for _turn in range(10_000):
        with services.log.writing() as db:
            db.table("posts").insert({"id": new_id(), "text": "word " * 2_000, **_ROW})


def _import(services: Services, disk: Path) -> None:
    with open_archive(disk / "archive") as archive:
        known = recognise(archive)
        report = Report((), size_to_read(archive, known))
        for _turn in services.imports.run(archive, known, Wishes(), report):
            pass


def _upload(services: Services, _: Path) -> None:
    # What the disk had room for when the file was announced may be gone when it comes.
    upload = services.import_runs.receive("big.zip", 1, Wishes())
    run = services.import_runs._runs[upload.id]
    assert run.upload
    run.upload.size = 1 << 40
    for turn in range(SIZE + 1):
        services.import_runs.take(upload.id, turn << 20, bytes(1 << 20))


def _back_up(services: Services, disk: Path) -> None:
    services.whole.back_up(disk / "copy.db")


def _export(services: Services, disk: Path) -> None:
    with new_file(disk / "out.jsonl") as output:
        for _turn in range(1_000):
            for part in services.exports.write(services.exports.format("jsonl")):
                output.write(part)


def _merge(services: Services, disk: Path) -> None:
    services.whole.merge(disk / "other" / "pitch-in.db")


def _likeness(services: Services, _: Path) -> None:
    while services.earlier.catch_up():
        pass


def _change_settings(services: Services, _: Path) -> None:
    for number in range(100_000):
        services.settings.set("muted_signals", [f"{number}_{each}".ljust(90, "x") for each in range(99)])


def _delete_everything(services: Services, _: Path) -> None:
    services.whole.delete_everything()


KINDS = (
    Kind("logging a post", _log_posts),
    Kind("importing", _import),
    Kind("sending a file", _upload),
    Kind("a backup", _back_up),
    Kind("an export", _export),
    Kind("a merge", _merge),
    Kind("hashes in the background", _likeness, left=0),
    Kind("a setting", _change_settings),
    Kind("deleting everything", _delete_everything),
)


def prepare(disk: Path, log: Log) -> Services:
    """A log with posts on the disk, an archive beside it, and another log."""
    (disk / "archive").mkdir()
    write_archive(disk / "archive", 3_000)
    with closing(Log(disk / "other")) as other, other.writing() as db:
        db.table("posts").insert_all({"id": new_id(), "text": "there " * 300, **_ROW} for _ in range(400))
    with log.writing() as db:
        rows = ({"id": new_id(), "text": f"{n} of many words that stay " * 20, **_ROW} for n in range(400))
        db.table("posts").insert_all(rows)
    return Services.on(log, "")


def fill_up(kind: Kind) -> str:
    """What is said when the disk is full in the middle of this write; raises where the log isn't as it was.

    What was acknowledged before stays, and when there is room again the log can be written.
    """
    with small_disk() as disk, closing(Log(disk / "data")) as log:
        services = prepare(disk, log)
        log.forget_deleted()
        before = everything(services.log)
        with filled(disk, kind.left):
            said = told(services, disk, kind)
            with services.log.reading() as db:
                assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)], kind.name
        after = everything(services.log)
        assert [row for row in after if row in before] == before, f"{kind.name}: posts are gone."
        left_behind = [path.name for path in disk.iterdir() if path.name in ("copy.db", "out.jsonl")]
        assert not left_behind, f"{kind.name}: {left_behind} was left half written."
        services.settings.set("theme", "dark")
        with services.log.writing() as db:
            db.table("posts").insert({"id": new_id(), "text": "after", **_ROW})
        services.import_runs.end()
    return said


@click.command()
def main() -> None:
    """Measure."""
    wrong = 0
    for kind in KINDS:
        try:
            click.echo(f"{kind.name}: {fill_up(kind)}")
        except (AssertionError, PermissionError) as error:
            wrong += 1
            click.echo(f"WRONG {kind.name}: {error}")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
