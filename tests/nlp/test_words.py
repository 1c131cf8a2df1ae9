"""The word lists are clean."""

import pytest

from nlp.words import FOLDER, spellings, words

LISTS = [file.stem for file in FOLDER.glob("*.txt")]


@pytest.mark.parametrize("name", LISTS)
def test_words_are_written_as_they_are_read(name: str) -> None:
    odd = sorted(word for word in words(name) if word != word.lower())
    assert not odd, f"{name}.txt: write {odd} in lower case."


def test_a_spelling_leads_to_a_word_and_not_to_another_spelling() -> None:
    loops = sorted(spelling for spelling, word in spellings().items() if spellings().get(word, word) != word)
    assert not loops, f"spellings.toml: let {loops} stand for the word itself."


def test_a_word_does_not_stand_for_itself() -> None:
    same = sorted(spelling for spelling, word in spellings().items() if spelling == word)
    assert not same, f"spellings.toml: {same} need no entry."
