import numpy as np
import pytest

from nlp.language.imperative import Learnt
from nlp.training.imperative_lessons import chances, examples, word_examples
from tests.nlp.language.trees import ud_doc

NOTHING_SEEMS = np.array([0, -1], dtype=np.float32)
TREE = "go/VERB~/root/0 and/CCONJ/cc/3 see/VERB~/conj/1 it/PRON/obj/3"


@pytest.fixture
def doc():
    doc = ud_doc(TREE)
    doc.tensor = np.zeros((len(doc), 1), dtype=np.float32)
    return doc


def weighing(**traits):
    """A network without hidden units in which these traits, of a word that speaks against a call, weigh."""
    return Learnt(
        seems=NOTHING_SEEMS,
        rows={name.replace("_", " "): row for row, name in enumerate(traits)},
        traits=np.array([[weight] for weight in traits.values()], dtype=np.float32),
        reading=np.zeros((4, 1), dtype=np.float32),
        base=np.array([-1], dtype=np.float32),
        hidden=np.zeros(0, dtype=np.float32),
    )


def test_words_that_may_be_heads_are_told_apart(doc):
    told = list(examples("posts", [(doc, {0: True})], 0.5, NOTHING_SEEMS))
    assert [(one.place, one.beside, one.is_call) for one in told] == [
        (("posts", 0, 0), None, True),
        (("posts", 0, 2), ("posts", 0, 0), False),
    ]


def test_heads_of_clauses_inside_others_tell_nothing(doc):
    told = list(examples("posts", [(doc, {0: True, 7: False})], 0.5, NOTHING_SEEMS))
    assert [one.place[2] for one in told] == [0]


def test_where_single_words_were_marked_the_others_tell_nothing(doc):
    told = list(word_examples("words", [(doc, {7: False})], 1, NOTHING_SEEMS))
    assert [(one.place[2], one.is_call) for one in told] == [(2, False)]


def test_every_word_that_seems_one_is_weighed(doc):
    told = list(examples("posts", [(doc, {})], 1, np.array([0, 1], dtype=np.float32)))
    assert [one.place[2] for one in told] == [0, 1, 2, 3]


def test_a_call_speaks_for_what_is_coordinated_with_it(doc):
    asked = list(examples("posts", [(doc, {})], 1, NOTHING_SEEMS))
    alone, beside = chances(weighing(word_go=3, conj_of_a_call=3), asked, 0.5)
    assert alone > 0.8
    assert beside > 0.8
    assert max(chances(weighing(conj_of_a_call=3), asked, 0.5)) < 0.5
