"""JSON Lines: the whole log, from which `python -m agent import` makes the same log again.

The first line says so and holds the JSON Schema of the others; each of those names its table in `type`.
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import models_json_schema

import agent
from agent.exporters._exporter import Exporter
from agent.exporters._whole_log import WholeLog
from agent.importers.pitch_in import first_line


def _write(log: WholeLog) -> Iterator[bytes]:
    yield first_line(agent.__version__, _schema(log))
    for document in log.others():
        yield _line(document)
    for post in log.posts():
        yield _line(post)


def _schema(log: WholeLog) -> dict[str, Any]:
    refs, schema = models_json_schema([(model, "validation") for model in log.models()])
    return {"anyOf": list(refs.values()), **schema}


def _line(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode() + b"\n"


exporter = Exporter(
    name="jsonl",
    title="JSON Lines: everything, to be imported again",
    ending="jsonl",
    media_type="application/x-ndjson",
    write=_write,
)
