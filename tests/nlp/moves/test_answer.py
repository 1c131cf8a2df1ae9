import pytest

from tests.nlp.moves.conftest import Make


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("How do I descale my kettle?", "To descale your kettle"),
        ("Which driver do you use with Postgres?", "The driver I use with Postgres"),
        ("What flour should I buy for rye bread?", "The flour I'd buy for rye bread"),
        ("Should I replace the belt myself?", "On replacing the belt yourself"),
        ("Why does my sourdough collapse?", "Why your sourdough collapses"),
        ("Any tips for keeping basil alive in winter?", "For keeping basil alive in winter"),
    ],
)
def test_takes_the_question_up_in_its_own_words(make: Make, question: str, opening: str) -> None:
    made = make("answer", "Great question!", answering=question)
    assert any(text.startswith(opening) and "[… " in text for text in made)


def test_a_question_that_fits_no_pattern_is_answered_all_the_same(make: Make) -> None:
    assert all("[… " in text for text in make("answer", "+1", answering="It crashes on start. What now?"))
    assert make("answer", "+1", answering="It crashes on start. What now?")


def test_when_is_answered_with_no_number(make: Make) -> None:
    made = make("answer", "+1", answering="When do you cut back lavender?")
    assert made
    assert not any("number" in text for text in made)


def test_nothing_to_answer_where_nothing_is_asked(make: Make) -> None:
    assert not make("answer", "Great post!", answering="We moved to Postgres.")
