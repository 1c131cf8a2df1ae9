import pytest

from nlp.training.conllu import read_documents
from nlp.training.units import as_document, paragraphs

TREEBANK = """\
# newdoc id = blog-a
# newpar
1\tAna\tAna\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newpar
1\tAu\tà\tADP\tIN\t_\t0\troot\t_\t_

# newdoc id = b
# meta::genre = talk
1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_
1\tde\tde\tADP\tIN\t_\t2\tcase\t_\t_
2\tle\tle\tDET\tDT\t_\t0\troot\t_\t_
"""


@pytest.fixture
def documents(tmp_path):
    path = tmp_path / "some.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return list(read_documents(path))


def test_rebuilds_the_text(documents):
    assert [document.text.rstrip() for document in documents] == ["Ana didn't. Why?\n\nAu", "du"]


def test_knows_the_genre(documents):
    assert [document.genre for document in documents] == ["blog", "talk"]


def test_words_lie_at_their_places(documents):
    text = documents[0].text
    words = [word for sentence in documents[0].sentences for word in sentence]
    assert [text[word.start : word.end] for word in words] == [word.form for word in words]


def test_words_that_are_not_spelled_take_the_whole_token(documents):
    (sentence,) = documents[1].sentences
    assert [(word.start, word.end) for word in sentence] == [(0, 2), (0, 2)]


def test_a_file_without_document_marks_has_a_document_per_sentence(tmp_path):
    path = tmp_path / "tweets.conllu"
    path.write_text("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n1\tb\tb\tX\t_\t_\t0\troot\t_\t_\n", encoding="utf-8")
    assert [document.text for document in read_documents(path)] == ["a ", "b "]


def test_paragraphs_can_be_written_again(documents):
    first, second = paragraphs(documents[0])
    assert as_document(first).text == "Ana didn't. Why?"
    assert as_document(second).text == "Au"
    assert [[word.head for word in sentence] for sentence in as_document(first).sentences] == [
        [2, 0, 2, 2],
        [0, 1],
    ]
