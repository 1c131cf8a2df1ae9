"""The shipped pipeline on text that nobody can read differently, and on text that nobody wrote."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.language import load_language
from nlp.language.clauses import direct_object, is_question, root, subject
from nlp.language.syntax_pipe import LONGEST_UNIT, unit_numbers

NLP = load_language()
LINES = "I wrote a small tool.\n\nIt reads your mail!\nDo you like it?"


def test_reads_a_simple_sentence():
    (sentence,) = NLP("My sister wrote two books.").sents
    wrote = root(sentence)
    assert wrote.text == "wrote"
    assert (wrote.lemma_, wrote.pos_, wrote.tag_) == ("write", "VERB", "VBD")
    assert subject(wrote).text == "sister"
    assert direct_object(wrote).text == "books"
    assert [chunk.text for chunk in sentence.noun_chunks] == ["My sister", "two books"]


@pytest.mark.parametrize(
    "text", ["the server crashed again", "THE SERVER CRASHED AGAIN", "The server crashed again"]
)
def test_case_changes_no_tree(text):
    assert [(token.pos_, token.dep_, token.head.i) for token in NLP(text)] == [
        ("DET", "det", 1),
        ("NOUN", "nsubj", 2),
        ("VERB", "ROOT", 2),
        ("ADV", "advmod", 2),
    ]


def test_a_line_ends_a_sentence():
    sentences = [sentence.text.strip() for sentence in NLP(LINES).sents]
    assert sentences == ["I wrote a small tool.", "It reads your mail!", "Do you like it?"]


def test_spaces_hang_on_the_word_before():
    doc = NLP("  One\n\ntwo ")
    assert [(token.pos_, token.head.text) for token in doc if token.is_space] == [("SPACE", "One")] * 2
    assert doc.text == "  One\n\ntwo "


def test_a_question_is_one():
    assert [is_question(sentence) for sentence in NLP(LINES).sents] == [False, False, True]


def test_many_are_read_as_one_by_one():
    texts = ["I agree!", "", "Which port does it use?", "@ana thanks 😂"]
    apart = [NLP(text).to_json() for text in texts]
    assert [doc.to_json() for doc in NLP.pipe(texts)] == apart


def test_long_text_is_read_in_parts():
    doc = NLP("This is fine. " * LONGEST_UNIT)
    assert len(list(doc.sents)) == LONGEST_UNIT
    assert max(map(unit_numbers(doc).count, range(8))) <= LONGEST_UNIT


def test_a_line_without_end_is_cut():
    numbers = unit_numbers(NLP.make_doc("word " * (2 * LONGEST_UNIT + 1)))
    assert [numbers.count(unit) for unit in range(3)] == [LONGEST_UNIT, LONGEST_UNIT, 1]


def test_keeps_a_vector_for_each_word():
    doc = NLP("Nice\nwork")
    assert doc.tensor.shape[0] == 3
    assert doc.tensor[0].any()
    assert not doc.tensor[1].any()


@settings(deadline=None, max_examples=60)
@given(st.text() | st.text(alphabet=st.sampled_from("ab @#!?.&;'-/_😂\u200d\ufe0f\n1Z<* ")))
def test_any_text_has_a_tree(text):
    doc = NLP(text)
    assert doc.text == text
    for sentence in doc.sents:
        assert sum(token.head == token for token in sentence) == 1
        assert all(token.head.sent == sentence for token in sentence)
