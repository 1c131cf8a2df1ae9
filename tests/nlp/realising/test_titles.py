"""What titles name, by their form."""

import pytest

from nlp.realising.titles import skill_in, subject_in, work_in


@pytest.mark.parametrize(
    ("title", "work"),
    [
        ("Mara Voss - Salt and Copper (Live at the Quarry)", "Salt and Copper"),
        ("The Lamps - Gravel Road ft. Tom Arden", "Gravel Road"),
        ("Funny cats falling off sofas - compilation 47", None),
        ("Street photography in Naples - what I learned in one week", None),
        ("The history of the metre - Lecture 3", None),
    ],
)
def test_a_work_is_named_beside_its_maker(title: str, work: str | None) -> None:
    assert work_in(title) == work


@pytest.mark.parametrize(
    ("title", "gerund"),
    [
        ("How to sharpen a hand plane", "sharpening a hand plane"),
        ("Violin lesson 12: how to hold your bow", "holding my bow"),
        ("How to Fix a Leaking Tap Without a Plumber", None),
        ("How to find out what it is for", None),
        ("How to store starter on holiday?", None),
    ],
)
def test_a_skill_is_said_of_oneself(title: str, gerund: str | None) -> None:
    skill = skill_in(title)
    assert (skill.gerund if skill else None) == gerund


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Pandas Tutorial: Importing Data with read_csv()", "Pandas"),
        ("A Beginner's Guide to Object Detection", "Object Detection"),
        ("Machine Learning in R for beginners", "Machine Learning in R"),
        ("Beginner mistakes in watercolour", None),
        ("Using Soup to scrape Tutorials", None),
    ],
)
def test_the_subject_of_a_title_that_teaches(title: str, subject: str | None) -> None:
    assert subject_in(title) == subject
