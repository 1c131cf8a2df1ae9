import pytest

from nlp import language
from tests.nlp.language.trees import ud_doc

WROTE = "I/PRON/nsubj/2 wrote/VERB/root/0 it/PRON/obj/2 and/CCONJ/cc/5 left/VERB/conj/2 ./PUNCT/punct/2"
GO = "Please/INTJ/discourse/2 share/VERB!/root/0 this/PRON/obj/2 and/CCONJ/cc/5 vote/VERB~/conj/2"


@pytest.mark.parametrize(
    ("tree", "calls"),
    [
        (GO, ["share", "vote"]),
        ("Do/AUX/aux/3 n't/PART/advmod/3 buy/VERB~/root/0 it/PRON/obj/3", ["buy"]),
        ("RT/NOUN/root/0 if/SCONJ/mark/4 you/PRON/nsubj/4 agree/VERB/advcl/1", ["RT"]),
        ("Link/NOUN/root/0 in/ADP/case/3 bio/NOUN/nmod/1", []),
        ("Feel/VERB!/root/0 free/ADJ/xcomp/1 to/PART/mark/4 ask/VERB/xcomp/2", ["Feel"]),
        ("Love/VERB!/root/0 this/DET/det/3 song/NOUN/obj/1", []),
        ("Let/VERB!/root/0 's/PRON/nsubj/3 go/VERB~/ccomp/1", ["Let"]),
        ("Everyone/PRON/nsubj/2 check/VERB~/root/0 this/PRON/obj/2", ["check"]),
        ("Any/DET/det/2 follow/VERB!/root/0 up/ADP/compound:prt/2", []),
        ("great/ADJ/root/0 ,/PUNCT/punct/3 blink/VERB~/conj/1 and/CCONJ/cc/1", []),
        ("why/ADV/advmod/2 ask/VERB!/root/0 me/PRON/obj/2", []),
        ("See/VERB!/root/0 and/CCONJ/cc/3 leaves/VERB/conj/1", ["See"]),
        ("Please/INTJ/discourse/2 subscribe/NOUN/root/0", ["subscribe"]),
        ("could/AUX/aux/4 you/PRON/nsubj/4 please/INTJ/discourse/4 send/VERB~/root/0", []),
        ("Ana/PROPN/nsubj/3 ,/PUNCT/punct/1 look/VERB!/root/0 here/ADV/advmod/3", ["look"]),
        (
            "For/ADP/case/2 news/NOUN/obl/4 ,/PUNCT/punct/2 visit/VERB!/root/0 us/PRON/obj/4",
            ["visit"],
        ),
        ("Report/NOUN/root/0 on/ADP/case/3 this/PRON/nmod/1", ["Report"]),
        ("RT/NOUN/root/0 @ann/X/discourse/1", []),
        ("See/VERB!/root/0 you/PRON/obj/1 there/ADV/advmod/1", []),
        ("Probably/ADV/advmod/2 buy/VERB!/root/0 one/NUM/obj/2", []),
        ("ill/ADV/advmod/2 have/VERB~/root/0 it/PRON/obj/2", []),
        ("Be/AUX/cop/2 kind/ADJ/root/0", ["kind"]),
        ("To/PART/mark/3 be/AUX/cop/3 kind/ADJ/root/0", []),
        ("Do/AUX/aux/3 n't/PART/advmod/3 know/VERB~/root/0", []),
        ("Look/VERB!/root/0 good/ADJ/xcomp/1", []),
        ("Have/VERB!/root/0 a/DET/det/3 seat/NOUN/obj/1", ["Have"]),
        ("Have/VERB!/root/0 seats/NOUN/obj/1", []),
        ("export/VERB!/root/0 PATH=bin/X/obj/1", []),
        (WROTE, []),
        ("I/PRON/nsubj/2 share/VERB~/root/0 it/PRON/obj/2", []),
        ("To/PART/mark/2 share/VERB~/root/0 it/PRON/obj/2", []),
        ("Would/AUX/aux/2 buy/VERB~/root/0 again/ADV/advmod/2", []),
        ("The/DET/det/2 post/NOUN/root/0 about/ADP/case/4 it/PRON/nmod/2", []),
    ],
)
def test_finds_imperatives(tree, calls):
    said = next(ud_doc(tree).sents)
    assert [token.text for token in language.imperatives(said)] == calls
    assert language.is_imperative(said) == bool(calls)
