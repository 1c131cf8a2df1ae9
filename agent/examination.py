"""Looks at this installation and says in plain words what is right and what is wrong. Changes nothing."""

import importlib.metadata
import shlex
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from sqlite_utils import Database

import nlp
from agent.listening import DEFAULT_PORT, listen, name_at
from agent.only_one import running_at
from agent.services.settings import TABLE, StoredSettings
from agent.store import folder, migrations, restoring
from agent.trouble import Trouble
from agent.typed import command_line

_ROOT = Path(__file__).parent.parent
_OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    fine: bool
    sentence: str


def examine(data_dir: Path) -> Iterator[Finding]:
    """Everything that can be wrong with an installation whose data is in `data_dir`."""
    yield _python()
    yield _packages(_ROOT / "requirements.txt")
    yield _sqlite()
    yield from _folder(data_dir)
    yield from _log(data_dir / folder.LOG_NAME)
    yield _agent(data_dir)
    yield _model()


def _python() -> Finding:
    running = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _OLDEST_PYTHON:
        return Finding(False, f"Python {running} is too old: Pitch In needs 3.11 or newer.")
    return Finding(True, f"Python {running}")


def _packages(pins: Path) -> Finding:
    if not pins.exists():
        return Finding(False, f"{pins} is missing: get the whole of Pitch In again.")
    lines = (line.partition("#")[0].strip() for line in pins.read_text(encoding="utf-8").splitlines())
    wanted = [Requirement(line) for line in lines if line]
    wrong = [each.name for each in wanted if not _installed(each)]
    if wrong:
        return Finding(False, f"Missing, or in another version: {', '.join(wrong)}. Run `make run` again.")
    return Finding(True, f"All {len(wanted)} packages are there")


def _installed(wanted: Requirement) -> bool:
    if wanted.marker is not None and not wanted.marker.evaluate():
        return True
    try:
        return wanted.specifier.contains(importlib.metadata.version(wanted.name), prereleases=True)
    except importlib.metadata.PackageNotFoundError:
        return False


def _sqlite() -> Finding:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
        except sqlite3.OperationalError:
            return Finding(False, "This Python's SQLite has no full-text search (FTS5): use another Python.")
    return Finding(True, f"SQLite {sqlite3.sqlite_version} with full-text search")


def _folder(data_dir: Path) -> Iterator[Finding]:
    if not data_dir.exists():
        yield Finding(True, f"No data yet: {data_dir} is made at the first start")
        return
    try:
        folder.prepare(data_dir)
    except Trouble as trouble:
        yield Finding(False, str(trouble))
        return
    yield Finding(True, f"Data folder {data_dir}")
    if sys.platform == "win32":
        return
    ours = [data_dir, *data_dir.glob("pitch-in.db*"), *data_dir.glob("agent.*")]
    opened = [path for path in ours if path.stat().st_mode & 0o077]
    if opened:
        named = shlex.join(map(str, opened))
        yield Finding(False, f"Other users of this machine may open your data: run `chmod go= {named}`.")
    else:
        yield Finding(True, "Only you may open your data")


def _log(path: Path) -> Iterator[Finding]:
    if not path.exists():
        return
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            faults = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            newer = migrations.unknown_steps(connection)
            posts = connection.execute("SELECT count(*) FROM posts").fetchone()[0]
            damaged = list(_damaged_settings(connection, path))
    except sqlite3.Error as error:
        yield Finding(False, f"The log {path} can't be read ({error}): {restoring.advice(path)}.")
        return
    if newer:
        yield Finding(False, f"The log {path} was written by a newer Pitch In: update this one.")
    if faults != ["ok"]:
        yield Finding(False, f"The log {path} is damaged ({faults[0]}): {restoring.advice(path)}.")
    else:
        yield Finding(True, f"The log is sound and holds {posts} post{'' if posts == 1 else 's'}")
    yield from damaged


def _damaged_settings(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    stored = StoredSettings(Database(connection), path)
    for setting in TABLE:
        try:
            stored.get(setting.name)
        except Trouble as trouble:
            yield Finding(False, str(trouble))


def _agent(data_dir: Path) -> Finding:
    address = running_at(data_dir) if data_dir.exists() else None
    if address is None:
        return _port(data_dir)
    if name_at(address) != "Pitch In":
        return Finding(False, f"Pitch In runs but doesn't answer at {address}: stop it and start it again.")
    return Finding(True, f"Pitch In answers at {address}")


def _port(data_dir: Path) -> Finding:
    try:
        listen("127.0.0.1", DEFAULT_PORT).close()
    except Trouble as trouble:
        return Finding(False, str(trouble))
    return Finding(True, f"Pitch In isn't running: `{command_line('serve', data_dir)}` starts it")


def _model() -> Finding:
    try:
        reviewer = nlp.load()
        reviewer.review("Great post!")
    except Exception as error:
        return Finding(False, f"Drafts can't be read ({type(error).__name__}: {error}): get Pitch In again.")
    return Finding(True, f"Drafts can be read (model {reviewer.model_version})")
