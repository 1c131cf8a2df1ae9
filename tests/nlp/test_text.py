"""The plain tokens of a document say what spaCy's own say, and its segments leave none out."""

import pytest

from nlp import Context
from nlp.components import RULES
from nlp.reviewer import Reader
from nlp.text import PlainToken, says_something, segment_spans, segments, text_of, tokens

DRAFTS = [
    "",
    "Great post!",
    "thx @ana, see https://a.example 🙂 #tag\n\n40 AND more … ok?",
    "> quoted\nwrite-up",
]
AS_IN_SPACY = {"text": "text", "norm": "norm_", "i": "i", "start": "idx"} | {
    name: name for name in PlainToken._fields if name.startswith(("is_", "like_"))
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(RULES)


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_plain_token_says_what_spacys_says(reader: Reader, draft: str) -> None:
    (doc,) = reader.read([(draft, Context())])
    assert len(tokens(doc)) == len(doc)
    for plain, token in zip(tokens(doc), doc, strict=True):
        for name, its_name in AS_IN_SPACY.items():
            assert getattr(plain, name) == getattr(token, its_name), name
        assert plain.space_after == bool(token.whitespace_)
        assert plain.says_something == says_something(token)


@pytest.mark.parametrize("draft", DRAFTS)
def test_segments_make_up_the_whole_text(reader: Reader, draft: str) -> None:
    (doc,) = reader.read([(draft, Context())])
    assert [token for segment in segments(doc) for token in segment] == tokens(doc)
    assert "".join(span.text_with_ws for span in segment_spans(doc)) == text_of(doc) == doc.text
