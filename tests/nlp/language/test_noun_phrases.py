import pytest

from nlp.language.noun_phrases import noun_phrases
from tests.nlp.language.trees import ud_doc


@pytest.mark.parametrize(
    ("tree", "phrases"),
    [
        (
            "The/DET/det/3 old/ADJ/amod/3 driver/NOUN/nsubj/4 crashed/VERB/root/0 "
            "my/PRON/nmod:poss/6 laptop/NOUN/obj/4",
            ["The old driver", "my laptop"],
        ),
        ("talks/NOUN/root/0 in/ADP/case/4 big/ADJ/amod/4 cities/NOUN/nmod/1", ["talks", "big cities"]),
        ("Ana/PROPN/nsubj/3 Lima/PROPN/flat/1 spoke/VERB/root/0", ["Ana Lima"]),
        ("Windows/PROPN/nsubj/3 11/NUM/nummod/1 broke/VERB/root/0", ["Windows 11"]),
        ("tea/NOUN/root/0 and/CCONJ/cc/3 cake/NOUN/conj/1", ["tea", "cake"]),
        (
            "people/NOUN/nsubj/4 who/PRON/nsubj/3 care/VERB/acl:relcl/1 share/VERB/root/0 it/PRON/obj/4",
            ["people", "who", "it"],
        ),
        (
            "my/PRON/nmod:poss/2 friend/NOUN/nmod:poss/4 's/PART/case/2 code/NOUN/root/0",
            ["my friend 's code"],
        ),
        ("went/VERB/root/0 well/ADV/advmod/1", []),
    ],
)
def test_finds_base_phrases(tree, phrases):
    doc = ud_doc(tree)
    assert [doc[first:end].text for first, end, _ in noun_phrases(doc)] == phrases


def test_serves_doc_noun_chunks():
    doc = ud_doc("new/ADJ/amod/2 tools/NOUN/root/0 help/VERB/parataxis/2")
    assert [(chunk.text, chunk.label_) for chunk in doc.noun_chunks] == [("new tools", "NP")]
