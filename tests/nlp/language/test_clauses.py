import pytest

from nlp.language import clauses
from tests.nlp.language.trees import ud_doc

WROTE = "I/PRON/nsubj/2 wrote/VERB/root/0 it/PRON/obj/2 and/CCONJ/cc/5 left/VERB/conj/2 ./PUNCT/punct/2"
ARE_YOU = "are/AUX/cop/3 you/PRON/nsubj/3 sure/ADJ/root/0"


def sentence(tree):
    (only,) = ud_doc(tree).sents
    return only


def test_finds_the_main_clause_and_its_subject_and_object():
    said = sentence(WROTE)
    assert clauses.root(said).text == "wrote"
    assert clauses.subject(clauses.root(said)).text == "I"
    assert clauses.direct_object(clauses.root(said)).text == "it"


def test_coordinated_clauses_share_a_subject():
    wrote, left = clauses.main_predicates(sentence(WROTE))
    assert clauses.subject(left) == clauses.subject(wrote)
    assert clauses.direct_object(left) is None


def test_the_object_of_a_passive_is_its_subject():
    said = sentence("It/PRON/nsubj:pass/3 was/AUX/aux:pass/3 fixed/VERB/root/0")
    assert clauses.direct_object(clauses.root(said)).text == "It"


@pytest.mark.parametrize(
    ("tree", "asks"),
    [
        (ARE_YOU, True),
        ("does/AUX/aux/3 anyone/PRON/nsubj/3 know/VERB/root/0", True),
        ("who/PRON/nsubj/2 wrote/VERB/root/0 this/PRON/obj/2", True),
        ("what/PRON/root/0 is/AUX/cop/1 that/PRON/nsubj/1", True),
        ("you/PRON/nsubj/2 sure/ADJ/root/0 ?/PUNCT/punct/2", True),
        (WROTE, False),
        ("what/PRON/obj/3 a/DET/det/3 day/NOUN/root/0", False),
        ("when/ADV/mark/3 I/PRON/nsubj/3 left/VERB/advcl/5 it/PRON/nsubj/5 broke/VERB/root/0", False),
        ("!/PUNCT/root/0", False),
    ],
)
def test_knows_questions(tree, asks):
    assert clauses.is_question(sentence(tree)) == asks
