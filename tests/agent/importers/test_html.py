"""HTML becomes the words that a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.importers._html import words_of, words_of_typed
from tests.agent.importers.exports import MUCH


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("plain  text ", "plain  text"),
        ("<p>One &amp; two</p><p>three<br>four<br />five</p>", "One & two\n\nthree\nfour\nfive"),
        (
            '<a href="x"><span class="invisible">https://</span><span>e.example</span></a>',
            "https://e.example",
        ),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("<p>line\nin the source</p>", "line in the source"),
        ("<pre>kept\n  as is</pre>", "kept\nas is"),
        ("<style>p {}</style><script>alert(1)</script><p>text</p>", "text"),
        ("<!-- wp:paragraph --><p>block</p><!-- /wp:paragraph -->", "block"),
        ("I&#x27;d say <i>yes</i>.<p>And &gt; no", "I'd say yes.\n\nAnd > no"),
    ],
)
def test_markup_goes_and_paragraphs_stay(html: str, words: str) -> None:
    assert words_of(html) == words


def test_line_ends_count_only_where_no_markup_makes_lines() -> None:
    assert words_of_typed("one\n\ntwo <b>bold</b>") == "one\n\ntwo bold"
    assert words_of_typed("<p>one\ntwo</p>") == "one two"


@MUCH
@given(html=st.text(alphabet="<>/pbrli!&;#x-\"' =ab\n", max_size=100))
def test_any_text_has_words(html: str) -> None:
    assert words_of(html) == words_of(html).strip()
