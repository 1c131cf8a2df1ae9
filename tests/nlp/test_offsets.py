"""Offsets count as JavaScript counts, and lead back to the same place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.offsets import Utf16Offsets, utf16_length


@pytest.mark.parametrize(("text", "length"), [("", 0), ("café", 4), ("🎉", 2), ("\ud83d", 1)])
def test_length_is_javascripts(text: str, length: int) -> None:
    assert utf16_length(text) == length


@given(st.text())
def test_every_offset_leads_back(text: str) -> None:
    offsets = Utf16Offsets(text)
    assert [offsets.code_points(offsets[place]) for place in range(len(text) + 1)] == [*range(len(text) + 1)]
    assert offsets[len(text)] == utf16_length(text)


def test_an_offset_inside_a_pair_moves_behind_it_and_one_beyond_the_text_to_its_end() -> None:
    offsets = Utf16Offsets("🎉!")
    assert [offsets.code_points(units) for units in (0, 1, 2, 3, 99)] == [0, 1, 1, 2, 2]
