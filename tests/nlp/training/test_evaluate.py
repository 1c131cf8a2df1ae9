import json

import pytest

from nlp.language.tokenizer import SocialEnglish
from nlp.training import imperative_examples
from nlp.training.conllu import Document, Word
from nlp.training.evaluate import imperatives
from nlp.training.evaluate.treebank import MEASURES, facts_of_doc, facts_of_gold, score_treebank
from nlp.training.styles import lower
from tests.nlp.language.trees import ud_doc

TREE = "My/PRON/nmod:poss/2 tools/NOUN/nsubj/3 read/VERB/root/0 mail/NOUN/obj/3"
NLP = SocialEnglish()


def gold(tree):
    document = Document()
    words = []
    for word in tree.split():
        form, upos, deprel, head = word.split("/")
        start = len(document.text)
        words.append(Word(form, "", upos, "", "_", int(head), deprel, start, start + len(form)))
        document.text += form + " "
    document.sentences.append(words)
    return document


def shared(measure, said):
    return set(facts_of_gold(gold(TREE), NLP)[measure]) & set(facts_of_doc(ud_doc(said))[measure])


@pytest.mark.parametrize("measure", MEASURES)
def test_the_gold_tree_is_all_right(measure):
    assert len(shared(measure, TREE)) == len(facts_of_gold(gold(TREE), NLP)[measure]) > 0


def test_a_wrong_head_costs_an_arc():
    said = TREE.replace("mail/NOUN/obj/3", "mail/NOUN/obj/2")
    assert len(shared("UAS", said)) == len(shared("LAS", said)) == 3
    assert len(shared("UPOS", said)) == 4


def test_a_wrong_relation_costs_a_label_but_a_subtype_costs_nothing():
    said = TREE.replace("/obj/", "/obl/").replace("nmod:poss", "nmod")
    assert len(shared("UAS", said)) == 4
    assert len(shared("LAS", said)) == 3


def test_scores_a_file(tmp_path):
    path = tmp_path / "one.conllu"
    path.write_text("# newdoc\n1\tHi\thi\tINTJ\tUH\t_\t0\troot\t_\t_\n", encoding="utf-8")
    scores = score_treebank(NLP, path, lower)
    assert scores["words"] == 100
    assert scores["UPOS"] == 0  # a pipeline without the network says nothing


def test_counts_imperatives(tmp_path, monkeypatch):
    posts, marks = tmp_path / "posts.jsonl", tmp_path / "marks.json"
    marks.write_text(json.dumps({"a:1": ["share", "tell"]}), encoding="utf-8")
    posts.write_text(json.dumps({"id": "a:1", "text": "Share it"}), encoding="utf-8")
    monkeypatch.setattr(imperatives, "imperatives", list)  # every word
    found = imperatives.score_imperatives(lambda _: ud_doc("Share/VERB!/root/0 it/PRON/obj/1"), posts, marks)
    assert str(found) == "1 posts, precision 50.0 (1 of 2; 9 to 91), recall 50.0 (1 of 2; 9 to 91)"


@pytest.mark.parametrize("marks", imperatives.SETS)
def test_two_hundred_posts_are_marked(marks):
    assert len(json.loads(marks.read_text(encoding="utf-8"))) == 200


def test_no_post_is_in_two_sets_nor_learnt_from():
    learnt = (imperative_examples.MARKS, imperative_examples.WORDS)
    sets = [json.loads(marks.read_text(encoding="utf-8")).keys() for marks in (*imperatives.SETS, *learnt)]
    assert sum(map(len, sets)) == len(set().union(*sets))
