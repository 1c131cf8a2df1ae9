"""The gate holds back what was made up, what repeats, what doesn't fit, and what isn't English."""

import pytest

from nlp import Context
from nlp.gate import may_be_shown, repeats
from nlp.inventions import Known
from nlp.moves import glue

DRAFT = "Great post!"
CONTEXT = Context(
    parent_text="We moved our queue to Postgres: 40 ms now.", parent_author="Maria", thread_title="Queues"
)


def invented(suggestion: str) -> list[str]:
    return list(Known(DRAFT, CONTEXT, glue()).inventions(suggestion))


@pytest.mark.parametrize(
    ("suggestion", "made_up"),
    [
        ("About MySQL: [… what you think].", "MySQL"),
        ("What is behind the 50 ms?", "50"),
        ("It is https://example.com that matters.", "https://example.com"),
        ("As @peter said: [… what]", "@peter"),
        ("As for Kafka, [… what].", "Kafka"),
        ("What about #queues", "#queues"),
        ("What made you move the queue in March?", "March"),
        ("On “the queue was slow”: [… what].", "“the queue was slow”"),
        ("The queue is unusable, because [… why].", "unusable"),
        ("What made you move the queue to Postgres in three weeks?", "three"),
    ],
)
def test_what_comes_from_nowhere_is_an_invention(suggestion: str, made_up: str) -> None:
    assert made_up in invented(suggestion)


@pytest.mark.parametrize(
    "suggestion",
    [
        "About Postgres: [… 3 things in Kafka]",
        "How did you come to move your queue to Postgres?",
        "Moving the queue to Postgres is what stands out for me, because [… why].",
        "Is the 40 ms with or without [… what may change it]?",
        "Thanks, Maria, for the part about “Queues”: [… Your words].",
        "On “We moved our queue to Postgres”: [… what].",
        "great post: what made you move the queue?",
    ],
)
def test_what_the_draft_or_its_context_has_is_none(suggestion: str) -> None:
    assert invented(suggestion) == []


def test_a_name_in_capitals_may_stand_in_small_letters() -> None:
    known = Known("GREAT VIDEO JAKE, from iOS", Context(), glue())
    assert list(known.inventions("Great video Jake, from Ios")) == ["Ios"]


def test_the_same_words_in_other_marks_are_a_repetition() -> None:
    assert repeats("Great post.", ["great post!"])
    assert repeats("On your queue, I'd say [… this] of it.", ["On your queue, I'd say [… that] of it"])
    assert not repeats("Great point.", ["great post!"])


@pytest.mark.parametrize(
    "slip",
    [
        "What made you move the the queue?",
        "About the your queue: [… what].",
        "What made an queue so slow?",
        "On the queue of: [… what].",
        "What made you move , then?",
        "Thanks for that!",
    ],
)
def test_a_slip_of_grammar_or_a_shout_is_not_shown(slip: str) -> None:
    context = Context(parent_text="We moved our queue to Postgres. It was an ordeal, and slow.")
    assert not may_be_shown(slip, "so", None, Known("so", context, glue()))


def test_what_is_too_long_for_its_site_is_not_shown() -> None:
    parent = f"We moved our queue to Postgres{'s' * 270}."
    text = f"About Postgres{'s' * 270}: [… what you think]."
    known = Known(DRAFT, Context(parent_text=parent), glue())
    assert may_be_shown(text, DRAFT, None, known)
    assert not may_be_shown(text, DRAFT, "x", known)
