"""Whatever is typed or pasted gets a review, in time that grows with its length and no faster."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp import Context, Review, Reviewer
from nlp.offsets import utf16_length
from nlp.window import LONGEST_RUN, WINDOW, readable

ANY_CHARACTER = st.characters()  # lone surrogates and NUL included
PIECES = st.sampled_from(
    [
        "great",
        "thanks",
        " ",
        "\n",
        "🙂",
        "\ud83d",
        "\x00",
        "\u202e",
        "\u200b",
        "[… x]",
        "http://a.b",
        "> ",
        "?",
        "@m",
    ]
)


def check(review: Review, draft: str) -> None:
    end = utf16_length(draft)
    spans = [span for signal in review.signals for span in signal.spans] + list(review.open_blanks)
    assert all(0 <= span.start < span.end <= end for span in spans)
    assert len(review.headline) <= 90
    for suggestion in review.suggestions:
        assert all(span.end <= utf16_length(suggestion.text) for span in suggestion.blanks)
    Review.model_validate_json(review.model_dump_json())


@settings(max_examples=150, deadline=None)
@given(draft=st.text(ANY_CHARACTER, max_size=80), parent=st.text(ANY_CHARACTER, max_size=80))
def test_any_text_gets_a_review(reviewer: Reviewer, draft: str, parent: str) -> None:
    check(reviewer.review(draft, Context(parent_text=parent)), draft)


@settings(max_examples=150, deadline=None)
@given(draft=st.lists(PIECES, max_size=20).map("".join), parent=st.lists(PIECES, max_size=20).map("".join))
def test_any_mixture_of_what_the_rules_look_for_gets_a_review(
    reviewer: Reviewer, draft: str, parent: str
) -> None:
    check(reviewer.review(draft, Context(parent_text=parent, thread_title=parent)), draft)


@given(text=st.text(ANY_CHARACTER, max_size=400))
def test_reading_moves_no_character(text: str) -> None:
    read = readable(text)
    assert len(read) == min(len(text), WINDOW)
    assert all(now in {was, "\ufffd", " "} for was, now in zip(text, read, strict=False))


def test_endless_runs_are_cut() -> None:
    read = readable("x" * 1000 + " end")
    assert read == "x" * LONGEST_RUN + " " * (1000 - LONGEST_RUN) + " end"


LONG = {
    "words": "great post ",
    "one letter": "a",
    "brackets": "(",
    "marks": "!?",
    "dots": ".",
    "emoji": "😂",
    "handles": "@user ",
    "links": "https://a.example/b?c=d ",
    "quotes": "> great\n",
    "lines": "\n",
    "blanks": "[… x] ",
    "open blanks": "[… ",
    "elongations": "soooo goooood ",
    "kana": "キュー",
    "right to left": "שלום ",
    "surrogates": "\ud83d",
    "quotation marks": '"a ',
    "code": "`x` ",
    "figures": "$1,000 ",
    "capitals": "Big Red Bus and ",
}


def time_to_review(reviewer: Reviewer, text: str) -> float:
    """CPU seconds for one review of a draft that answers itself; the shorter of two."""
    times = []
    for _ in range(2):
        started = time.thread_time()
        check(reviewer.review(text, Context(parent_text=text)), text)
        times.append(time.thread_time() - started)
    return min(times)


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_time_grows_no_faster_than_length(reviewer: Reviewer, piece: str) -> None:
    short, long = (piece * 4_000)[:4_000], (piece * 100_000)[:100_000]
    longer = len(long) / len(short)
    assert time_to_review(reviewer, long) < longer * time_to_review(reviewer, short)


def test_the_reviewer_may_be_shared_by_threads(review: Callable[..., Review]) -> None:
    from concurrent.futures import ThreadPoolExecutor

    drafts = ["Great post!", "Thanks!", "Port 8080.", "bump"] * 10
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(review, drafts))
    assert [one.verdict for one in found] == ["me_too", "me_too", "contributes", "me_too"] * 10
