import numpy as np
import pytest

from nlp import language
from nlp.language.imperative import Learnt, load_learnt, save_learnt


def calls(doc):
    return [token.text for sentence in doc.sents for token in language.imperatives(sentence)]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Please share this and vote.", ["share", "vote"]),
        ("Don't buy it.", ["buy"]),
        ("RT if you agree", ["RT"]),
        ("Check out my channel!", ["Check"]),
        ("Feel free to ask.", ["Feel"]),
        ("Let's go.", ["Let"]),
        ("Everyone check this out", ["check"]),
        ("pls help me", ["help"]),
        ("Be careful with that!", ["careful"]),
        ("Great video, keep it up!", ["keep"]),
        ("For news, visit our site.", ["visit"]),
        ("If you get this error, try the new version.", ["try"]),
        ("To enter: follow me, like and retweet.", ["follow", "like", "retweet"]),
        ("@maria deploy it on Friday", ["deploy"]),
    ],
)
def test_finds_what_readers_are_told_to_do(english, text, heads):
    assert calls(english(text)) == heads


@pytest.mark.parametrize(
    "text",
    [
        "Thank you so much!",
        "Love this song",
        "I wrote it and left.",
        "We share a lot of code.",
        "I want to share it with you.",
        "You could buy one.",
        "Why not ask him?",
        "Any update on this?",
        "See you there!",
        "Ask HN: Which editor do you use?",
        "The post about it was good.",
        "Link in bio",
        "",
    ],
)
def test_finds_nothing_where_nobody_is_told_to_do_anything(english, text):
    assert calls(english(text)) == []


def test_a_sentence_with_a_call_is_one(english):
    first, second = english("I use it daily. Try it!").sents
    assert not language.is_imperative(first)
    assert language.is_imperative(second)


def test_a_long_list_of_calls_is_read_to_its_end(english):
    assert len(calls(english("Like + share + tag + " * 80))) > 0


@pytest.fixture
def learnt():
    rows = {"word share": 0, "before ,": 1}
    ones = np.ones((2, 3), dtype=np.float32)
    return Learnt(
        seems=np.array([0.5, -1], dtype=np.float32),
        rows=rows,
        traits=ones * np.array([[1], [-2]], dtype=np.float32),
        reading=np.array([[0.5, 0, 1]], dtype=np.float32),
        base=np.array([-1, 0, 0], dtype=np.float32),
        hidden=np.array([2, 4], dtype=np.float32),
    )


def test_hidden_units_add_what_is_above_nought(learnt):
    nothing_read = np.zeros(1, dtype=np.float32)
    assert learnt.weight_of({"word share"}, nothing_read) == -1 + 1 + 2 + 4
    assert learnt.weight_of({"before ,", "not known"}, nothing_read) == -1 - 2
    assert learnt.weight_of({"word share"}, np.full(1, 2, dtype=np.float32)) == 1 + 2 + 4 * 3


def test_what_was_learnt_is_read_as_it_was_written(learnt, tmp_path):
    save_learnt(learnt, tmp_path / "learnt.npz")
    read = load_learnt(tmp_path / "learnt.npz")
    assert read.rows == learnt.rows
    for name in ("seems", "traits", "reading", "base", "hidden"):
        assert np.array_equal(getattr(read, name), getattr(learnt, name))
