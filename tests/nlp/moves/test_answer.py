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
        ("Does anyone know which adapter fits?", "Which adapter fits: [… which one]"),
        ("Any idea why the build fails?", "Why the build fails: my guess is [… "),
        ("Can someone explain how the voting works?", "How the voting works: [… "),
        ("Anyone know where to get spare parts?", "To get spare parts, try [… the place]"),
    ],
)
def test_takes_the_question_up_in_its_own_words(make: Make, question: str, opening: str) -> None:
    made = make("answer", "Great question!", answering=question)
    assert any(text.startswith(opening) and "[… " in text for text in made)


@pytest.mark.parametrize(
    ("question", "blank"),
    [
        ("Does anyone know how others found a room?", "[… the first step]"),
        ("Do you know how much it costs?", "[… your number]"),
        ("Can anyone tell me what happened there?", "[… your answer]"),
    ],
)
def test_what_is_asked_inside_of_a_question_is_answered_with_more_than_yes_or_no(
    make: Make, question: str, blank: str
) -> None:
    made = make("answer", "+1", answering=question)
    assert any(blank in text for text in made)
    assert not any("yes or no" in text for text in made)


def test_whether_is_answered_with_yes_or_no(make: Make) -> None:
    made = make("answer", "+1", answering="Does anyone know whether they ship to Norway?")
    assert any("[… yes or no]" in text for text in made)


def test_a_question_that_fits_no_pattern_is_answered_all_the_same(make: Make) -> None:
    assert all("[… " in text for text in make("answer", "+1", answering="It crashes on start. What now?"))
    assert make("answer", "+1", answering="It crashes on start. What now?")


def test_when_is_answered_with_no_number(make: Make) -> None:
    made = make("answer", "+1", answering="When do you cut back lavender?")
    assert made
    assert not any("number" in text for text in made)


def test_nothing_to_answer_where_nothing_is_asked(make: Make) -> None:
    assert not make("answer", "Great post!", answering="We moved to Postgres.")
