import gzip
import json

import pytest

from nlp.training import imperative_examples
from nlp.training.imperative_examples import (
    marked_paragraphs,
    marked_posts,
    marked_words,
    written_lines,
)

TREE = """# newdoc
1\tDo\tdo\tAUX\tVB\tMood=Imp\t3\taux\t_\t_
2\tnot\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
4\tand\tand\tCCONJ\tCC\t_\t5\tcc\t_\t_
5\tsay\tsay\tVERB\tVB\tMood=Imp\t3\tconj\t_\t_
6\t"\t"\tPUNCT\t``\t_\t7\tpunct\t_\tSpaceAfter=No
7\tstop\tstop\tVERB\tVB\tMood=Imp\t5\tccomp\t_\tSpaceAfter=No
8\t"\t"\tPUNCT\t''\t_\t7\tpunct\t_\t_

"""


def test_an_auxiliary_stands_for_its_verb_and_a_quoted_call_is_no_main_one(tmp_path):
    treebank = tmp_path / "one.conllu"
    treebank.write_text(TREE, encoding="utf-8")
    ((text, heads),) = marked_paragraphs(treebank)
    assert {text[start:].split()[0]: is_main for start, is_main in heads.items()} == {
        "go": True,
        "say": True,
        'stop"': False,
    }


def test_a_star_marks_where_a_call_begins():
    lines = dict(written_lines())
    assert lines["Like and share if it made you smile"] == {0: True, 9: True}
    assert lines["Comments are closed"] == {}


@pytest.fixture
def posts(tmp_path):
    """A folder of two posts, one of them labelled."""
    labelled, unlabelled = ({"id": f"x:{n}", "text": f"Go see {n}"} for n in (1, 2))
    (tmp_path / "train.jsonl").write_text(json.dumps(labelled) + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "unlabelled.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(unlabelled) + "\n")
    return tmp_path


def test_posts_are_marked_as_a_whole_or_word_by_word(posts, monkeypatch):
    for name, marks in (("MARKS", {"x:1": [0]}), ("WORDS", {"x:2": [[0], [3]]})):
        (posts / name).write_text(json.dumps(marks), encoding="utf-8")
        monkeypatch.setattr(imperative_examples, name, posts / name)
    assert list(marked_posts(posts)) == [("Go see 1", {0: True})]
    assert list(marked_words(posts)) == [("Go see 2", {0: True, 3: False})]
