import pytest

from nlp import language


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
