"""N-grams of letters stay inside a word, and read capitals, white space and digits alike."""

import pytest

from nlp.judge.letters import LENGTHS, letter_grams_of


def buckets(text: str) -> set[int]:
    return set(letter_grams_of(text).buckets.tolist())


def test_a_word_has_its_edges_for_letters() -> None:
    # _ab_ has three pairs, two triples and the whole.
    assert len(letter_grams_of("ab").buckets) == 3 + 2 + 1


def test_no_gram_spans_two_words() -> None:
    assert buckets("red bus") == buckets("red") | buckets("bus")


@pytest.mark.parametrize(
    ("one", "other"), [("Great", "great"), ("in 2016", "in 1997"), ("a\nb", "a b"), ("a  b", "a b")]
)
def test_what_reads_alike_is_alike(one: str, other: str) -> None:
    assert buckets(one) == buckets(other)


def test_places_are_characters_of_the_text() -> None:
    grams = letter_grams_of("a great bus")
    last = [(start, end) for start, end in zip(grams.starts, grams.ends, strict=True) if start >= 8]
    assert min(last) == (8, 10)
    assert max(end for _, end in last) == len("a great bus")


@pytest.mark.parametrize("text", ["", " ", "\ud800", "İstanbul", "😂" * 50, "a" * 8_000])
def test_any_text_has_letters(text: str) -> None:
    assert len(letter_grams_of(text).buckets) <= len(LENGTHS) * (len(text) + 2)
