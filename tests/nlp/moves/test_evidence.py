from tests.nlp.moves.conftest import Make


def test_sets_a_number_beside_a_figure(make: Make) -> None:
    made = make("evidence", "Nice!", answering="The heat pump used 2,400 kWh in its first winter.")
    assert any("the 2,400 kWh" in text and "[… your number]" in text for text in made)


def test_names_a_source_on_the_thing(make: Make) -> None:
    made = make("evidence", "So true!", answering="Everybody talks about the new tram route.")
    assert any("the new tram route" in text and "[… your source]" in text for text in made)


def test_nobody_has_a_share_of_a_whole_field(make: Make) -> None:
    made = make("evidence", "Well said", answering="Publishers make 30% on unpaid work.")
    assert not any("[… your number]" in text for text in made)
    assert any(
        "[… your number]" in text for text in make("evidence", "Nice", answering="We cut our use by 30%.")
    )
