"""What titles name that only name something."""

import pytest

from nlp import Reviewer
from nlp.realising.themes import theme_of


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("Street photography in Naples - what I learned in one week", "street photography in Naples"),
        ("Full documentary: the last lighthouse keepers", "the last lighthouse keepers"),
        ("Best cheap headphones 2026 (I tested 20)", "cheap headphones"),
        ("Tiny house with a piano: full tour", "the tiny house with a piano"),
        ("Crossing Iceland by bike in eleven days", "Crossing Iceland by bike in eleven days"),
        ("Council to turn half of the car park into a market", None),
        ("Minister under fire over report", None),
        ("Today Headlines | Night Headlines", None),
        ("NEWS IN BRIEF", None),
    ],
)
def test_a_theme_reads_inside_a_sentence(reviewer: Reviewer, title: str, theme: str | None) -> None:
    reader = reviewer._reader
    assert theme_of(reader.with_syntax(reader.language.make_doc(title))) == theme
