"""Words come as the pieces that are known, and nothing of a text is lost or made up."""

import pytest

from nlp.judge.pieces import LONGEST, UNKNOWN, WordPieces, words_of

KNOWN = [
    UNKNOWN,
    "post",
    "##gres",
    "##q",
    "##l",
    "post##",
    "p",
    "##p",
    "##o",
    "##s",
    "##t",
    "!",
    "cafe",
    "東",
]


@pytest.fixture
def pieces() -> WordPieces:
    return WordPieces(KNOWN)


def cut(pieces: WordPieces, text: str, most: int = 200) -> list[str]:
    return [KNOWN[place] for place in pieces.of(text, most)]


def test_a_word_is_cut_into_the_longest_known_pieces_from_the_left(pieces: WordPieces) -> None:
    assert cut(pieces, "postgresql") == ["post", "##gres", "##q", "##l"]
    assert cut(pieces, "pot") == ["p", "##o", "##t"]


def test_capitals_and_accents_do_not_count(pieces: WordPieces) -> None:
    assert cut(pieces, "CAFÉ Post") == ["cafe", "post"]


def test_a_word_that_no_pieces_make_up_is_unknown(pieces: WordPieces) -> None:
    assert cut(pieces, "xyz") == [UNKNOWN]
    assert cut(pieces, "p" * LONGEST) == ["p", *["##p"] * (LONGEST - 1)]
    assert cut(pieces, "p" * (LONGEST + 1)) == [UNKNOWN]


def test_marks_and_ideographs_stand_by_themselves() -> None:
    assert list(words_of("don't!! 東京 a-b")) == ["don", "'", "t", "!", "!", "東", "京", "a", "-", "b"]


def test_what_cannot_be_seen_is_no_word() -> None:
    assert list(words_of("a\0b\u200bc \ud800")) == ["abc"]
    assert list(words_of("a\tb\nc")) == ["a", "b", "c"]


def test_no_more_pieces_are_read_than_asked_for(pieces: WordPieces) -> None:
    assert cut(pieces, "postgresql post", 3) == ["post", "##gres", "##q"]
    assert cut(pieces, "", 3) == []
