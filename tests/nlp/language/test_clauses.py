import pytest

from nlp.language import clauses
from nlp.language.clauses import Person
from tests.nlp.language.trees import ud_doc

WROTE = "I/PRON/nsubj/2 wrote/VERB/root/0 it/PRON/obj/2 and/CCONJ/cc/5 left/VERB/conj/2 ./PUNCT/punct/2"
GO = "Please/INTJ/discourse/2 share/VERB!/root/0 this/PRON/obj/2 and/CCONJ/cc/5 vote/VERB~/conj/2"
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
    ("tree", "calls"),
    [
        (GO, ["share", "vote"]),
        ("Do/AUX/aux/3 n't/PART/advmod/3 buy/VERB~/root/0 it/PRON/obj/3", ["buy"]),
        ("RT/NOUN/root/0 if/SCONJ/mark/4 you/PRON/nsubj/4 agree/VERB/advcl/1", ["RT"]),
        ("Link/NOUN/root/0 in/ADP/case/3 bio/NOUN/nmod/1", ["Link"]),
        ("Feel/VERB!/root/0 free/ADJ/xcomp/1 to/PART/mark/4 ask/VERB/xcomp/2", ["Feel"]),
        ("Love/VERB!/root/0 this/DET/det/3 song/NOUN/obj/1", []),
        ("Let/VERB!/root/0 's/PRON/nsubj/3 go/VERB~/ccomp/1", ["Let"]),
        ("Everyone/PRON/nsubj/2 check/VERB~/root/0 this/PRON/obj/2", ["check"]),
        ("Any/DET/det/2 follow/VERB!/root/0 up/ADP/compound:prt/2", []),
        ("great/ADJ/root/0 ,/PUNCT/punct/3 blink/VERB~/conj/1 and/CCONJ/cc/1", []),
        ("why/ADV/advmod/2 ask/VERB!/root/0 me/PRON/obj/2", []),
        ("See/VERB!/root/0 and/CCONJ/cc/3 leaves/VERB/conj/1", ["See"]),
        (WROTE, []),
        ("I/PRON/nsubj/2 share/VERB~/root/0 it/PRON/obj/2", []),
        ("To/PART/mark/2 share/VERB~/root/0 it/PRON/obj/2", []),
        ("Would/AUX/aux/2 buy/VERB~/root/0 again/ADV/advmod/2", []),
        ("The/DET/det/2 post/NOUN/root/0 about/ADP/case/4 it/PRON/nmod/2", []),
    ],
)
def test_finds_imperatives(tree, calls):
    said = sentence(tree)
    assert [token.text for token in clauses.imperatives(said)] == calls
    assert clauses.is_imperative(said) == bool(calls)


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


@pytest.mark.parametrize(
    ("tree", "who"),
    [
        (WROTE, Person.FIRST),
        (ARE_YOU, Person.SECOND),
        (GO, Person.SECOND),
        ("Maria/PROPN/nsubj/2 left/VERB/root/0", Person.THIRD),
        ("Great/ADJ/amod/2 news/NOUN/root/0", None),
    ],
)
def test_knows_who_does_it(tree, who):
    assert clauses.person(clauses.root(sentence(tree))) == who


def test_lists_the_persons_spoken_of():
    doc = ud_doc("I/PRON/nsubj/2 told/VERB/root/0 you/PRON/iobj/2 that/PRON/obj/2")
    assert clauses.persons(doc) == {Person.FIRST, Person.SECOND}
