"""Large JSON is read a record at a time, and goes on after a broken one."""

import io
import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.importers import ImportProblem, Unreadable, _json
from agent.importers._json import json_records, json_whole
from tests.agent.importers.exports import MUCH

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


def read(text: str | bytes, key: str | None = None) -> list[Any]:
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    return list(json_records(stream, "a.json", key))


def values(text: str | bytes, key: str | None = None) -> list[Any]:
    return [record.data for record in read(text, key) if not isinstance(record, ImportProblem)]


def told(text: str | bytes, key: str | None = None) -> list[str]:
    return [record.where for record in read(text, key) if isinstance(record, ImportProblem)]


@MUCH
@given(records=st.lists(VALUES, max_size=5), indent=st.none() | st.integers(0, 3), chunk=st.integers(1, 50))
def test_every_record_comes_as_it_was_written_however_the_file_is_cut(
    records: list[Any], indent: int | None, chunk: int
) -> None:
    text = json.dumps(records, indent=indent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_json, "_CHUNK", chunk)
        assert json.dumps(values(text)) == json.dumps([_json._without_halves(each) for each in records])
        assert not told(text)


@MUCH
@given(before=st.lists(VALUES, max_size=3), after=st.lists(VALUES, max_size=3), chunk=st.integers(1, 50))
def test_a_broken_record_costs_no_other(before: list[Any], after: list[Any], chunk: int) -> None:
    broken = '{"a": {"b": [1, "}"]}, "c" 7}'
    text = f"[{', '.join([*map(json.dumps, before), broken, *map(json.dumps, after)])}]"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_json, "_CHUNK", chunk)
        assert len(values(text)) == len(before) + len(after)
        assert told(text) == [f"a.json, record {len(before) + 1}"]


@MUCH
@given(
    records=st.lists(st.dictionaries(st.text(), VALUES, max_size=3), min_size=1, max_size=5),
    at=st.floats(0, 1),
)
def test_a_file_that_is_cut_off_gives_all_whole_records(records: list[Any], at: float) -> None:
    text = json.dumps(records)
    cut = text[: max(1, int((len(text) - 1) * at))]
    assert json.dumps(values(cut)) == json.dumps(
        [_json._without_halves(each) for each in records[: len(values(cut))]]
    )
    assert told(cut)[-1] == "a.json"


@MUCH
@given(text=st.text(alphabet='[]{}",:\\ntrue01 .', max_size=80), chunk=st.integers(1, 9))
def test_any_text_ends(text: str, chunk: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_json, "_CHUNK", chunk)
        try:
            read(text, key=".*")
        except Unreadable as error:
            assert "isn't JSON" in str(error)  # noqa: PT017 (many texts are fine)


@pytest.mark.parametrize(
    "text",
    [
        "window.YTD.tweets.part0 = [1]",
        "window.YTD.tweets.part0 = [ 1 ];\n",
        "\ufeff[1]",
        "Grailbird.data.tweets_2013_02 =\n [1]",
    ],
)
def test_javascript_around_it_is_no_trouble(text: str) -> None:
    assert values(text) == [1]
    assert not told(text)


def test_arrays_are_found_by_their_name_in_an_object() -> None:
    text = '{"@context": [[1, {"a": "]"}]], "type": "x", "items_v2": [1, 2], "items_v3": [3]}'
    assert values(text, "items_v.") == [1, 2, 3]
    assert values(text, "nothing") == []


def test_a_record_longer_than_any_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_json, "_CHUNK", 7)
    monkeypatch.setattr(_json, "_LONGEST_RECORD", 100)
    for words in ("x" * 500, '\\"]}' * 100, "\\" * 300):
        text = json.dumps([{"a": 1}, {"text": words}, {"b": [2]}])
        assert (values(text), told(text)) == ([{"a": 1}, {"b": [2]}], ["a.json, record 2"])


@pytest.mark.parametrize("rest", ["[3]", "window.part1 = [3]", "}", "\0"])
@pytest.mark.parametrize(("text", "key"), [("[1, 2]", None), ('{"a": [1, 2]}', "a")])
def test_what_stands_behind_the_end_is_a_problem(text: str, key: str | None, rest: str) -> None:
    assert (values(f"{text}\n{rest}", key), told(f"{text}\n{rest}", key)) == ([1, 2], ["a.json"])
    assert told(f"{text};\n", key) == []


def test_half_a_character_becomes_a_sign_for_one() -> None:
    assert values(r'["cut \ud83d", {"\udc4d": ["\ud83d\udc4d"]}]') == ["cut \ufffd", {"\ufffd": ["👍"]}]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_other_encodings_are_read(encoding: str) -> None:
    assert values('["Café"]'.encode(encoding)) == ["Café"]


def test_depth_without_end_is_a_broken_record() -> None:
    assert values(f"[{'[' * 100_000}{']' * 100_000}, 2]") == [2]


def test_what_is_no_array_is_refused() -> None:
    for text in ("", "hello", '"text"', '{"a": [1]}'):
        with pytest.raises(Unreadable, match="isn't JSON as this site writes it"):
            read(text)
    with pytest.raises(Unreadable, match="isn't JSON"):
        json_whole(io.BufferedReader(io.BytesIO(b"{")), "a.json")  # type: ignore[arg-type]


def test_a_large_file_takes_little_memory() -> None:
    record = json.dumps({"id": "1" * 18, "text": "word " * 100})
    data = f"[{', '.join([record] * 20_000)}]".encode()
    tracemalloc.start()
    try:
        number = sum(1 for _ in json_records(io.BufferedReader(io.BytesIO(data)), "a.json"))  # type: ignore[arg-type]
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (number, len(data) > 10_000_000) == (20_000, True)
    assert peak < 4_000_000
