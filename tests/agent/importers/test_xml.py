"""XML comes an element at a time, and its old traps stay shut."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.importers import ImportProblem, Unreadable
from agent.importers._records import Record
from agent.importers._xml import text_in, xml_records
from tests.agent.importers.exports import MUCH

LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a><x>&c;</x></a>'
THIEF = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a><x>&b;</x></a>'


def read(data: str | bytes, *tags: str) -> list[Record | ImportProblem]:
    stream = io.BufferedReader(io.BytesIO(data.encode() if isinstance(data, str) else data))  # type: ignore[arg-type]
    return list(xml_records(stream, "a.xml", tags))


def texts(data: str | bytes, *tags: str) -> list[str]:
    return ["".join(each.data.itertext()) for each in read(data, *tags)[1:] if isinstance(each, Record)]


def test_the_outermost_elements_come_in_their_order() -> None:
    document = "<a><skip>no</skip><x>1<y>2</y></x><z><y>3</y></z></a>"
    assert texts(document, "x", "y") == ["12", "3"]


def test_names_carry_their_namespace() -> None:
    document = '<a xmlns="urn:a" xmlns:b="urn:b"><x b:id="7"><b:c>text</b:c></x></a>'
    root, found = read(document, "{urn:a}x")
    assert isinstance(root, Record)
    assert isinstance(found, Record)
    assert (root.data.tag, found.data.get("{urn:b}id")) == ("{urn:a}a", "7")
    assert text_in(found.data, "{urn:b}c") == "text"


@pytest.mark.parametrize(
    "trap", [LAUGHS, THIEF, '<!DOCTYPE a SYSTEM "http://e.example/a.dtd"><a><x>1</x></a>']
)
def test_a_document_type_is_refused(trap: str) -> None:
    with pytest.raises(Unreadable, match="document type"):
        read(trap, "x")


def test_characters_that_xml_forbids_but_wordpress_writes_are_spaces() -> None:
    assert texts("<a><x>one\x0btwo\x00</x></a>", "x") == ["one two "]


def test_a_file_that_is_cut_off_gives_what_is_whole() -> None:
    *found, problem = read("<a><x>1</x><x>2</x><x>3", "x")
    assert len(found) == 3
    assert isinstance(problem, ImportProblem)
    assert "cut off or damaged at line 1" in problem.sentence


def test_depth_and_size_without_end_are_refused() -> None:
    with pytest.raises(Unreadable, match="too large or too deep"):
        read("<a>" + "<x>" * 10_000, "x")


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_other_encodings_are_read(encoding: str) -> None:
    assert texts(f'<?xml version="1.0" encoding="{encoding}"?><a><x>Café</x></a>'.encode(encoding), "x") == [
        "Café"
    ]


@MUCH
@given(data=st.text(alphabet="<>/ax!&;\"'= []-?", max_size=60))
def test_any_text_ends_in_records_or_a_sentence(data: str) -> None:
    try:
        read(data, "x")
    except Unreadable as error:
        assert str(error).endswith(".")  # noqa: PT017 (many texts are fine)
