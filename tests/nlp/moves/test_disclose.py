from tests.nlp.moves.conftest import Make


def test_own_work_is_called_own_after_something_given(make: Make) -> None:
    made = make("disclose", "Check out my channel: https://youtu.be/x")
    assert all("channel" in text and text.endswith("https://youtu.be/x") for text in made)
    assert any(text.startswith("[… one thing that readers can use") for text in made)


def test_own_work_beside_own_words_says_what_it_is_about(make: Make) -> None:
    draft = "I keep six hives on a roof and weigh them every Sunday. Subscribe to my channel!!!"
    made = make("disclose", draft, answering="I lost a swarm in May.")
    assert any("my own channel, on [… what it is about]" in text for text in made)
    assert not any("running" in text for text in made)


def test_whose_work_it_is_stays_open_where_the_draft_does_not_say(make: Make) -> None:
    made = make("disclose", "Buy now, 50% off: https://shop.example.com")
    assert made
    assert all("[… what you have to do with it]" in text for text in made)


def test_nothing_to_disclose_in_a_bare_thanks(make: Make) -> None:
    assert not make("disclose", "Thanks!", answering="We moved to Postgres.")


def test_what_the_kept_sentences_call_own_is_not_called_own_again(make: Make) -> None:
    draft = "SO EXCITED!!! Our workshop repairs cargo bikes on Sundays as well. Follow us for more!!!"
    assert not make("disclose", draft, answering="I bought a used cargo bike in March.")
