"""The gate holds back what was made up."""

import pytest

from nlp import Context
from nlp.gate import fits_site, invents, repeats

DRAFT = "Great post!"
CONTEXT = Context(
    parent_text="We moved our queue to Postgres: 40 ms now.", parent_author="Maria", thread_title="Queues"
)


@pytest.mark.parametrize(
    "suggestion",
    [
        "About MySQL: [… what you think].",
        "What is behind the 50 ms?",
        "See https://example.com for more.",
        "As @peter said: [… what]",
        "As with Kafka, [… what].",
        "More under #queues",
    ],
)
def test_names_numbers_and_links_from_nowhere_are_inventions(suggestion: str) -> None:
    assert invents(suggestion, DRAFT, CONTEXT)


@pytest.mark.parametrize(
    "suggestion",
    [
        "About Postgres: [… 3 things]",
        "What is behind the 40 ms?",
        "Thanks, Maria: [… Your words].",
        "Here is what I know.",
    ],
)
def test_what_the_draft_or_its_context_has_is_none(suggestion: str) -> None:
    assert not invents(suggestion, DRAFT, CONTEXT)


def test_the_same_words_in_other_marks_are_a_repetition() -> None:
    assert repeats("Great post.", ["great post!"])
    assert not repeats("Great point.", ["great post!"])


def test_length_counts_where_the_site_counts() -> None:
    assert not fits_site("🙂" * 141, "x")
    assert fits_site("🙂" * 140, "x")
    assert fits_site("a" * 5000, None)
