"""Nobody is asked for what they have just said."""

import pytest

from tests.nlp.moves.conftest import Make


@pytest.mark.parametrize(
    ("parent", "answered"),
    [
        ("I built a canoe in nine weekends.", "How long"),
        ("I built a canoe. The hardest part was the bow.", "What was the hardest part"),
        ("I sold my car because the garage was damp.", "What made you"),
        ("I fixed the pump with a bicycle tube.", "How did you"),
        ("I shot the eclipse from the roof.", "How long"),
    ],
)
def test_no_question_that_the_parent_has_answered(make: Make, parent: str, answered: str) -> None:
    made = make("ask", "Great post!", answering=parent)
    assert made
    assert not [text for text in made if text.startswith(answered)]


@pytest.mark.parametrize(
    ("parent", "open_still"),
    [
        ("I built a canoe.", "How long did it take you to build a canoe?"),
        ("I sold my car.", "What made you sell your car?"),
        ("I fixed the pump.", "How did you fix the pump?"),
    ],
)
def test_what_it_leaves_open_is_asked(make: Make, parent: str, open_still: str) -> None:
    assert open_still in make("ask", "Great post!", answering=parent)


def test_what_is_only_announced_is_not_asked_about(make: Make) -> None:
    made = make("ask", "Great post!", answering="New on my blog: why I left my job to repair pianos.")
    assert not any("leave your job" in text for text in made)
