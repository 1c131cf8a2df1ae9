"""Whatever is wrong inside an export's files, every importer ends with results, problems or one sentence."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent.trouble import Trouble
from tests.agent.importers.exports import MUCH, Files, as_bytes, folder, found, problems
from tests.agent.importers.test_registry import NAMES, sample

ODD = st.sampled_from(
    [None, True, -1, 10**30, 1.5, "", "x", "\ud83d", [], {}, [[]], {"": None}, ["x"], {"a": {"b": []}}]
)
SOME = settings(MUCH, max_examples=20)


def read(at: Path, files: Files) -> None:
    """Read the export; a refusal is one sentence, and each problem too."""
    try:
        told = [each.sentence for each in problems(found(folder(at, files)))]
    except Trouble as trouble:
        told = [str(trouble)]
    for sentence in told:
        assert sentence.endswith("."), sentence
        assert "\n" not in sentence, sentence


@pytest.mark.parametrize("name", NAMES)
@SOME
@given(data=st.data())
def test_bytes_that_changed_or_are_missing(name: str, data: st.DataObject, tmp_path: Path) -> None:
    files = dict(sample(name))
    broken = data.draw(st.sampled_from(sorted(files)))
    content = bytearray(as_bytes(files[broken]))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    files[broken] = bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    read(tmp_path, files)


def is_json(content: str | bytes) -> bool:
    with suppress(ValueError):
        json.loads(as_bytes(content))
        return True
    return False


WITH_JSON = [name for name in NAMES if any(map(is_json, sample(name).values()))]


@pytest.mark.parametrize("name", WITH_JSON)
@settings(MUCH, max_examples=60)
@given(data=st.data())
def test_values_of_another_kind(name: str, data: st.DataObject, tmp_path: Path) -> None:
    files = dict(sample(name))
    broken = data.draw(st.sampled_from(sorted(each for each in files if is_json(files[each]))))
    value = json.loads(as_bytes(files[broken]).decode("utf-8-sig"))
    for _ in range(data.draw(st.integers(1, 3))):
        value = with_one_changed(value, data)
    files[broken] = json.dumps(value)
    read(tmp_path, files)


def with_one_changed(value: Any, data: st.DataObject) -> Any:
    """The same with one value somewhere in it replaced."""
    if isinstance(value, dict) and value and data.draw(st.integers(0, 9)):
        key = data.draw(st.sampled_from(sorted(value)))
        return value | {key: with_one_changed(value[key], data)}
    if isinstance(value, list) and value and data.draw(st.integers(0, 9)):
        at = data.draw(st.integers(0, len(value) - 1))
        return [*value[:at], with_one_changed(value[at], data), *value[at + 1 :]]
    return data.draw(ODD)
