import pytest

from nlp.language.features import COLUMNS, TABLES, feature_rows, normalise


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Soooooo", "soo"),
        ("2019", "0000"),
        ("https://example.org/a", "<url>"),
        ("example.com", "<url>"),
        ("ana@example.org", "<mail>"),
        ("@ana", "<handle>"),
        ("#NixOS", "<tag>"),
        ("😂😂", "<emoji>"),
        ("don\u2019t", "don't"),
    ],
)
def test_words_of_a_kind_look_alike(word, kind):
    assert normalise(word) == kind


def test_rows_lie_in_their_tables():
    rows = feature_rows(["Soooo", "nice", "\ud83d", "!"], [False, False, False, True])
    assert rows.shape == (4, len(COLUMNS))
    assert all(
        (rows[:, number] >= 0).all() and (rows[:, number] < TABLES[name]).all()
        for number, name in enumerate(COLUMNS)
    )


def test_shouting_is_read_as_speech():
    shouted = feature_rows(["CHECK", "OUT", "MY", "CHANNEL", "!"], [False] * 5)
    assert (shouted == feature_rows(["check", "out", "my", "channel", "!"], [False] * 5)).all()


def test_an_acronym_is_no_shouting():
    assert (feature_rows(["the", "NASA"], [False] * 2) != feature_rows(["the", "nasa"], [False] * 2)).any()
