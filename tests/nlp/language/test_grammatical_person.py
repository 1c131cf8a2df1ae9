import pytest

from nlp.language import Person, person, persons, root
from tests.nlp.language.trees import ud_doc

WROTE = "I/PRON/nsubj/2 wrote/VERB/root/0 it/PRON/obj/2 and/CCONJ/cc/5 left/VERB/conj/2 ./PUNCT/punct/2"
ARE_YOU = "are/AUX/cop/3 you/PRON/nsubj/3 sure/ADJ/root/0"


@pytest.mark.parametrize(
    ("tree", "who"),
    [
        (WROTE, Person.FIRST),
        (ARE_YOU, Person.SECOND),
        ("Maria/PROPN/nsubj/2 left/VERB/root/0", Person.THIRD),
        ("Great/ADJ/amod/2 news/NOUN/root/0", None),
    ],
)
def test_knows_who_does_it(tree, who):
    assert person(root(next(ud_doc(tree).sents))) == who


def test_an_imperative_is_about_the_reader(english):
    assert person(root(next(english("Please share this.").sents))) == Person.SECOND


def test_lists_the_persons_spoken_of():
    doc = ud_doc("I/PRON/nsubj/2 told/VERB/root/0 you/PRON/iobj/2 that/PRON/obj/2")
    assert persons(doc) == {Person.FIRST, Person.SECOND}
