import emoji
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.language.tokenizer import SocialEnglish

TOKENIZER = SocialEnglish().tokenizer


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("@maria_k: try #NixOS, really", ["@maria_k", ":", "try", "#NixOS", ",", "really"]),
        ("cc @user's post", ["cc", "@user", "'s", "post"]),
        ("@ann.bsky.social hi", ["@ann.bsky.social", "hi"]),
        ("issue #42", ["issue", "#", "42"]),
        ("so good 😂😂😂", ["so", "good", "😂😂😂"]),
        ("team👩🏽\u200d🚀👍 go", ["team", "👩🏽\u200d🚀👍", "go"]),
        ("made in 🇳🇱!", ["made", "in", "🇳🇱", "!"]),
        ("great!!! why?!?", ["great", "!!!", "why", "?!?"]),
        ("wait...?", ["wait", "...", "?"]),
        ("soooo good", ["soooo", "good"]),
        ("coffee w/ milk w/o sugar", ["coffee", "w/", "milk", "w/o", "sugar"]),
        ("+1 from me", ["+1", "from", "me"]),
        ("cats &amp; dogs", ["cats", "&amp;", "dogs"]),
        ("see https://a.example/b?c=1#d, ok", ["see", "https://a.example/b?c=1#d", ",", "ok"]),
        ("DON'T stop", ["DO", "N'T", "stop"]),
        ("DONT stop", ["DO", "NT", "stop"]),
        ("I WANNA", ["I", "WAN", "NA"]),
        ("and/or", ["and", "/", "or"]),
        ("a well-known e-mail", ["a", "well", "-", "known", "e-mail"]),
        ("GPT-4 at 7pm", ["GPT", "-", "4", "at", "7", "pm"]),
        ("*not* **bold**", ["*", "not", "*", "**", "bold", "**"]),
        ("thanks alot, 24hrs and 65k", ["thanks", "a", "lot", ",", "24", "hrs", "and", "65", "k"]),
        ("what (see below): this", ["what", "(", "see", "below", ")", ":", "this"]),
        ("cats, dogs etc., then etc.", ["cats", ",", "dogs", "etc.", ",", "then", "etc", "."]),
        ("-Follow -Like", ["-", "Follow", "-", "Like"]),
        ("'why?'Tell me--", ["'", "why", "?", "'", "Tell", "me", "--"]),
        ("done!@ann", ["done", "!", "@ann"]),
        ("see one)(or two", ["see", "one", ")", "(", "or", "two"]),
        ("", []),
    ],
)
def test_splits_as_people_type(text, tokens):
    assert [token.text for token in TOKENIZER(text)] == tokens


def test_keeps_line_breaks_as_tokens():
    assert [token.text for token in TOKENIZER("one\n\ntwo")] == ["one", "\n\n", "two"]


@given(st.text(alphabet=st.sampled_from("ab @#!?.&;'\u2019-/_😂👍🏽\u200d\ufe0f\n1Zé$<*")) | st.text())
def test_never_changes_the_text(text):
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text.startswith(token.text, token.idx) for token in doc)


def test_every_emoji_is_one_token():
    for sign in emoji.EMOJI_DATA:
        assert [token.text for token in TOKENIZER(f"nice {sign}{sign} day")] == ["nice", sign * 2, "day"]


def test_the_shorthand_says_what_it_stands_for():
    assert [token.norm_ for token in TOKENIZER("w/ &amp;")] == ["with", "&"]
