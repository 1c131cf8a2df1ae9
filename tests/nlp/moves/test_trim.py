from tests.nlp.moves.conftest import Make

LOUD = (
    "🔥🔥 HUGE NEWS!!! 🔥🔥 Our planner now syncs shared calendars across three time zones. "
    "Like and share!!! Link in bio! #startup #saas #tech #growth"
)


def test_what_is_fine_stays_and_the_rest_goes(make: Make) -> None:
    assert make("trim", LOUD)[0] == "Our planner now syncs shared calendars across three time zones."


def test_hype_before_what_it_blows_up_goes_alone(make: Make) -> None:
    loud = "Our incredible planner now syncs shared calendars across time zones! Subscribe to our channel!"
    made = make("trim", loud)
    assert made[0] == "Our planner now syncs shared calendars across time zones."


def test_nothing_is_left_of_a_bare_pitch(make: Make) -> None:
    assert not make("trim", "Buy now, 50% off, link in bio")


def test_a_short_code_goes_whole(make: Make) -> None:
    loud = "Our planner syncs :calendar: calendars across zones :+1: :tada:\nSubscribe to our channel!"
    assert make("trim", loud)[0] == "Our planner syncs calendars across zones."


def test_what_only_looks_like_a_short_code_stays(make: Make) -> None:
    plain = "The clock of our incredible planner stood at 10:30:15 all night. Subscribe to our channel!"
    assert make("trim", plain)[0] == "The clock of our planner stood at 10:30:15 all night."


def test_a_shouted_name_stays_one(make: Make) -> None:
    loud = "Our planner now syncs shared calendars with FREEBSD and MOUNTAINS. Subscribe to our channel!"
    made = make("trim", loud, answering="I still run it on FreeBSD in the mountains.")
    assert made[0] == "Our planner now syncs shared calendars with FreeBSD and mountains."
