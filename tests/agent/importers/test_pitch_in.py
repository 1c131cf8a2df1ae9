"""Pitch In's own export is known by its first line, whatever the file is called."""

import gzip
import json
from pathlib import Path

from agent.importers import OwnRecord
from tests.agent.importers.exports import folder, found, known, problems

POST = {
    "type": "posts",
    "id": "0192f3a4-0000-7000-8000-000000000000",
    "text": "How do you keep the cache warm?",
    "posted_at": "2026-11-25T18:09:15.123Z",
    "logged_at": "2026-11-25T18:09:16.000Z",
}
FIRST = {"type": "schema", "format": "pitch-in-log", "version": "0.1.0", "schema": {}}
LINES = "".join(json.dumps(each) + "\n" for each in (FIRST, {"type": "settings", "name": "theme"}, POST))
SAMPLE = {"mine.jsonl": LINES}


def records(path: Path) -> list[object]:
    return [each.data["type"] for each in found(path) if isinstance(each, OwnRecord)]


def test_every_line_but_the_first_is_a_record(tmp_path: Path) -> None:
    assert records(folder(tmp_path, SAMPLE)) == ["settings", "posts"]


def test_a_single_file_may_have_any_name_and_be_packed(tmp_path: Path) -> None:
    (tmp_path / "backup of monday").write_text(LINES)
    (tmp_path / "packed.gz").write_bytes(gzip.compress(LINES.encode()))
    for name in ("backup of monday", "packed.gz"):
        assert known(tmp_path / name) == ["pitch_in"]
        assert records(tmp_path / name) == ["settings", "posts"]


def test_a_broken_line_stops_no_other(tmp_path: Path) -> None:
    first, setting, post = LINES.splitlines()
    things = found(folder(tmp_path, {"mine.jsonl": "\n".join([first, setting[:-3], "7", post])}))
    assert [(each.where, each.kind) for each in problems(things)] == [
        ("mine.jsonl, line 2", "unreadable"),
        ("mine.jsonl, line 3", "misshapen"),
    ]
    assert records(tmp_path / "export") == ["posts"]
