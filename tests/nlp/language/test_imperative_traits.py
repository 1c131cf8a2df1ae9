import pytest

from nlp.language.imperative_traits import traits
from tests.nlp.language.trees import ud_doc


def said_of(word, tree, beside_call=False):
    return traits(next(token for token in ud_doc(tree) if token.text == word), beside_call)


@pytest.mark.parametrize(
    ("word", "tree", "named"),
    [
        (
            "share",
            "share/VERB!/root/0 it/PRON/obj/1",
            {"form imperative", "no subject", "has obj", "before nothing"},
        ),
        ("share", "you/PRON/nsubj/2 share/VERB~/root/0", {"form VB", "subject you before"}),
        (
            "look",
            "Ana/PROPN/nsubj/3 ,/PUNCT/punct/3 look/VERB!/root/0",
            {"subject set off before", "before ,"},
        ),
        ("check", "Everyone/PRON/nsubj/2 check/VERB~/root/0", {"subject spoken to before"}),
        ("buy", "Do/AUX/aux/3 n't/PART/advmod/3 buy/VERB~/root/0", {"helper do", "before nothing"}),
        ("buy", "would/AUX/aux/2 buy/VERB~/root/0", {"helper would"}),
        ("kind", "Be/AUX~/cop/2 kind/ADJ/root/0", {"helper be alone, VB", "opens with be"}),
        ("update", "any/DET/det/2 update/NOUN/root/0 ?/PUNCT/punct/2", {"like a noun", "in a question"}),
        (
            "RT",
            "RT/NOUN/root/0 if/SCONJ/mark/3 so/ADV/advcl/1",
            {"a verb of calls, then if", "letters capitals"},
        ),
        ("tag", "like/VERB!/root/0 +/SYM/cc/3 tag/NOUN/conj/1", {"call shortly before", "other calls 1"}),
    ],
)
def test_names_what_speaks_for_or_against_a_call(word, tree, named):
    assert named <= said_of(word, tree)


def test_names_that_it_is_coordinated_with_a_call():
    tree = "go/VERB~/root/0 and/CCONJ/cc/3 see/VERB~/conj/1"
    assert "conj of a call" in said_of("see", tree, beside_call=True)
    assert "conj of a call" not in said_of("see", tree)
