"""Tables are read by their columns' names, whatever program saved them and wherever the header is."""

import csv
import io
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.importers import ImportProblem, Unreadable
from agent.importers._csv import column_name, csv_records
from agent.importers._records import Record
from tests.agent.importers.exports import MUCH

CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=30)


def read(data: str | bytes, *columns: str, escape: str | None = None) -> list[Record | ImportProblem]:
    stream = io.BufferedReader(io.BytesIO(data.encode() if isinstance(data, str) else data))  # type: ignore[arg-type]
    return list(csv_records(stream, "a.csv", set(columns), escape))


def rows(data: str | bytes, *columns: str, escape: str | None = None) -> list[dict[str, str]]:
    return [each.data for each in read(data, *columns, escape=escape) if isinstance(each, Record)]


@MUCH
@given(cells=st.lists(st.tuples(CELL, CELL), max_size=5))
def test_what_was_written_is_read(cells: list[tuple[str, str]]) -> None:
    file = io.StringIO()
    csv.writer(file).writerows([("Post ID", "Text"), *cells])
    read_back = [(row["post id"], row["text"]) for row in rows(file.getvalue(), "post id", "text")]
    assert read_back == [each for each in cells if any(cell.strip() for cell in each)]


@MUCH
@given(data=st.binary(max_size=200))
def test_any_bytes_are_rows_or_problems(data: bytes) -> None:
    assert all(isinstance(each, Record | ImportProblem) for each in read(b"a,b\n" + data, "a"))


def test_rows_say_on_which_line_they_begin() -> None:
    table = 'a,b\n1,"two\nlines"\n3,4\n'
    assert [each.where for each in read(table, "a")] == ["a.csv, line 2", "a.csv, line 4"]


def test_the_header_may_stand_below_a_note() -> None:
    assert rows('Notes:\n"When exporting, …"\n\nFirst Name,Age\nInes,7\n', "first name") == [
        {"first name": "Ines", "age": "7"}
    ]


def test_excel_s_ways_of_saving_are_read() -> None:
    assert rows("Text;Zahl\nCafé, ja;7\n".encode("cp1252"), "text") == [{"text": "Café, ja", "zahl": "7"}]
    assert rows("\ufeffText\tZahl\r\nCafé\t7\r\n".encode("utf-16"), "text") == [{"text": "Café", "zahl": "7"}]


def test_backslashes_before_quotes_are_undone_where_asked() -> None:
    assert rows('a,b\n"say \\"hi\\", so",2\n', "a", escape="\\") == [{"a": 'say "hi", so', "b": "2"}]
    table = 'a,b\n"in C:\\temp \\"now\\"",2\n'
    assert rows(table, "a", escape="\\") == [{"a": 'in C:\\temp "now"', "b": "2"}]


def test_short_rows_are_filled_and_long_ones_are_a_problem() -> None:
    short, long = read("a,b\n1\n1,2,3\n", "a")
    assert isinstance(short, Record)
    assert short.data == {"a": "1", "b": ""}
    assert isinstance(long, ImportProblem)
    assert long.sentence == "This row has 3 fields, but the header row names 2."


def test_a_quote_without_end_is_a_problem_and_no_memory() -> None:
    (problem, *_) = read('a,b\n"' + "x" * 2_000_000 + "\n", "a")
    assert isinstance(problem, ImportProblem)
    assert "a quote may be missing" in problem.sentence


def test_a_line_without_end_is_one_problem_and_no_memory() -> None:
    table = b'a,b\n1,"' + b"x" * (40 << 20) + b'"\n3,4\n'
    tracemalloc.start()
    try:
        problem, row = read(table, "a")
        assert tracemalloc.get_traced_memory()[1] < 25 << 20
    finally:
        tracemalloc.stop()
    assert (problem.where, row) == ("a.csv, line 2", Record("a.csv, line 3", {"a": "3", "b": "4"}))


def test_a_table_without_the_columns_is_refused() -> None:
    with pytest.raises(Unreadable, match="no header row with the columns date, text"):
        read("a,b\n1,2\n", "text", "date")


def test_names_of_columns_lose_what_differs_between_years() -> None:
    assert column_name("\ufeffPost_ID ") == column_name("Post  id") == "post id"
