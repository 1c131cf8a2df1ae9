import random

import pytest

from nlp.training import styles
from nlp.training.tweets import dressed
from nlp.training.units import Token, as_document, copied, sentences_of


def unit():
    """`Well, Ana left. Why?`"""
    well = Token("Well", "well", "INTJ", "UH", "_", "discourse", starts=True)
    comma = Token(",", ",", "PUNCT", ",", "_", "punct", glued=True)
    ana = Token("Ana", "Ana", "PROPN", "NNP", "_", "nsubj")
    left = Token("left", "leave", "VERB", "VBD", "_", "root")
    stop = Token(".", ".", "PUNCT", ".", "_", "punct", glued=True)
    why = Token("Why", "why", "ADV", "WRB", "_", "root", starts=True)
    mark = Token("?", "?", "PUNCT", ".", "_", "punct", glued=True)
    for token in (well, comma, ana, stop):
        token.head = left
    mark.head = why
    return [well, comma, ana, left, stop, why, mark]


def text(tokens):
    return as_document(sentences_of(tokens)).text


def chance(seed=0):
    return random.Random(seed)  # noqa: S311 - no secret


@pytest.mark.parametrize(
    ("style", "typed"),
    [
        (styles.as_typed, "Well, Ana left. Why?"),
        (styles.lower, "well, ana left. why?"),
        (styles.upper, "WELL, ANA LEFT. WHY?"),
        (styles.without_end, "Well, Ana left Why"),
        (styles.without_punctuation, "well ana left why"),
    ],
)
def test_types_as_the_style_says(style, typed):
    assert text(style(unit(), chance())) == typed


def test_emoji_stand_for_full_stops():
    *_, emoji, _, _ = styles.emoji_ends(unit(), chance())
    assert emoji.form[0] in styles.EMOJI
    assert (emoji.upos, emoji.deprel) == ("SYM", "discourse")


def test_what_hung_on_punctuation_hangs_on_its_head():
    tokens = unit()
    tokens[2].head = tokens[1]
    well, ana, left, _ = styles.without_punctuation(tokens, chance())
    assert ana.head is left
    assert well.head is left


def test_a_sentence_of_punctuation_stays():
    alone = Token("...", "...", "PUNCT", ".", "_", "root", starts=True)
    assert styles.without_punctuation([alone], chance()) == [alone]


@pytest.mark.parametrize(
    "style", [*styles.MEASURED.values(), styles.elongated, styles.without_apostrophes, dressed]
)
@pytest.mark.parametrize("seed", range(20))
def test_no_style_breaks_a_tree(style, seed):
    tokens = style(copied(unit()), chance(seed))
    assert tokens[0].starts
    assert all(token.head is None or any(token.head is other for other in tokens) for token in tokens)
    assert sum(token.head is None for token in tokens) == 2
    assert " ".join(token.form for token in tokens).strip()


def test_a_copy_is_its_own_tree():
    tokens = unit()
    copies = copied(tokens)
    styles.upper(copies, chance())
    assert tokens[0].form == "Well"
    assert copies[0].head is copies[3]
