"""Nearly the same text is known again after the edits that people make; another text is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.services.likeness import KEPT, hashes_of, likeness
from tests.agent.importers.exports import MUCH

TEXT = (
    "We moved our builds to two small machines under the desk. The cache stays warm over the weekend now, "
    "and a full run takes eleven minutes instead of forty."
)
EDITED = {
    "another address": f"{TEXT} https://blog.example/builds?utm_source=x",
    "another name": f"@maria {TEXT}",
    "capitals and marks": TEXT.upper().replace(".", "!!"),
    "a word changed": TEXT.replace("weekend", "holidays"),
    "a typo": TEXT.replace("machines", "machnies"),
    "a hashtag more": f"{TEXT} #builds",
    "a greeting": f"Hi all! {TEXT}",
    "the sentences moved": "The cache stays warm over the weekend now, and a full run takes eleven minutes "
    "instead of forty. We moved our builds to two small machines under the desk.",
}
OTHERS = {
    "another matter": "Has anybody got the cache to stay warm on two machines? Ours is empty on Mondays.",
    "the same beginning": "We moved our builds to two small machines under the desk. Would you do it again?",
    "only its first half": "We moved our builds to two small machines under the desk.",
}


@pytest.mark.parametrize("edit", EDITED)
def test_an_edited_text_is_the_same(edit: str) -> None:
    assert likeness(TEXT, EDITED[edit]) >= 0.8
    assert set(hashes_of(TEXT)) & set(hashes_of(EDITED[edit]))


@pytest.mark.parametrize("other", OTHERS)
def test_another_text_is_not(other: str) -> None:
    assert likeness(TEXT, OTHERS[other]) == 0


@MUCH
@given(st.text(max_size=200))
def test_any_text_has_a_few_hashes_and_is_like_itself(text: str) -> None:
    hashes = hashes_of(text)
    assert 1 <= len(hashes) <= KEPT
    assert all(0 <= each < 2**32 for each in hashes)
    assert likeness(text, text) in (0, 1)
