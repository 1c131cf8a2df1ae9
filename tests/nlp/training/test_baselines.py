import pytest

from nlp.review import Context
from nlp.training.baselines import baselines, keywords, majority, word_stripping
from nlp.training.posts import Post


def post(text, verdict="contributes"):
    return Post("a:1", "a", "x", text, Context(), verdict, 3, True, True, False)


@pytest.mark.parametrize(
    "text", ["bump", "Same here!", "+1", "Still an issue, please update", "👍", "me too :+1:"]
)
def test_nothing_is_left_of_words_that_say_nothing(text):
    assert word_stripping.is_low_quality(text)


@pytest.mark.parametrize("text", ["Port 8080.", "+1 https://example.com/a", "Same on Ubuntu 22.04"])
def test_something_is_left_of_the_rest(text):
    assert not word_stripping.is_low_quality(text)


def test_a_keyword_flags_wherever_it_stands():
    texts = ["Great tip about WAL", "please check out my channel", "Port 8080."]
    given = keywords.judge([], [post(text) for text in texts])
    assert [each.verdict for each in given] == ["me_too", "promotion", "contributes"]


def test_the_majority_is_what_most_posts_are():
    train = [post("a"), post("b", "me_too"), post("c", "me_too")]
    (given,) = majority.judge(train, [post("d")])
    assert (given.verdict, given.confidence) == ("me_too", pytest.approx(2 / 3))


def test_every_baseline_has_a_title_of_its_own():
    titles = [title for title, _ in baselines()]
    assert len(set(titles)) == len(titles) == 5
