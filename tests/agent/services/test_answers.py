"""Which answers wait: told by who wrote what when, or by counts alone, and in doubt none."""

from typing import Any

import pytest

from agent.services.answers import Own, Reply, Seen, Thread, Waits, what_waits


def at(day: int) -> str:
    return f"2026-11-{day:02d}T12:00:00.000Z"


def thread(**facts: Any) -> Thread:
    return Thread(
        **(
            {
                "posted_at": at(1),
                "replies": (),
                "mine": (),
                "own_names": frozenset({"me"}),
                "own_replies": 0,
                "seen": (),
            }
            | facts
        )
    )


def reply(number: int, author: str, day: int) -> Reply:
    return Reply(number, f"x.com/status/{number}", author, at(day), True)


def counted(*counts: tuple[int, int], site: bool = True) -> tuple[Seen, ...]:
    return tuple(Seen(at(day), number, False, site) for day, number in counts)


MARIA, JONAS = reply(1, "maria", 3), reply(2, "@Jonas", 5)


def test_nothing_waits_where_nobody_answered() -> None:
    assert what_waits(thread()) == Waits()
    assert what_waits(thread(seen=counted((2, 0)))) == Waits()


def test_answers_wait_until_the_person_writes_to_who_gave_them() -> None:
    both = thread(replies=(MARIA, JONAS))
    assert what_waits(both) == Waits((1, 2), 2, False, at(5), "written")
    to_jonas = thread(replies=(MARIA, JONAS), mine=[Own(at(6), None, "jonas")])
    assert what_waits(to_jonas).replies == (1,)
    assert what_waits(to_jonas).latest_at == at(3)
    to_marias = thread(replies=(MARIA, JONAS), mine=[Own(at(6), MARIA.address, "somebody")])
    assert what_waits(to_marias).replies == (2,)


@pytest.mark.parametrize("to", [None, "me", "@Me"])
def test_what_is_written_to_nobody_in_particular_answers_all_before_it(to: str | None) -> None:
    answered = thread(replies=(MARIA, JONAS), mine=[Own(at(4), "x.com/status/9", to)])
    assert what_waits(answered).replies == (2,), "Jonas answered after it."


def test_what_is_written_to_somebody_else_answers_nobody_here() -> None:
    assert what_waits(thread(replies=(MARIA,), mine=[Own(at(4), None, "kim")])).number == 1


def test_counts_alone_tell_how_many_wait_and_since_when() -> None:
    assert what_waits(thread(seen=counted((2, 1), (4, 3), (9, 3)))) == Waits((), 3, False, at(4), "noticed")


def test_of_counts_those_wait_that_came_after_the_person_wrote_last() -> None:
    seen = counted((2, 2), (6, 5))
    assert what_waits(thread(seen=seen, mine=[Own(at(3), None, None)])).number == 2, (
        "One of the three is own."
    )
    assert what_waits(thread(seen=seen, mine=[Own(at(7), None, None)])).number == 0
    assert what_waits(thread(seen=counted((6, 5)), mine=[Own(at(3), None, None)])).number == 0, (
        "Unknown order."
    )


def test_of_an_old_post_nobody_knows_when_it_was_answered() -> None:
    assert what_waits(thread(seen=counted((20, 4)))).latest_at is None
    assert what_waits(thread(seen=counted((2, 4), site=False))).latest_at is None
    assert what_waits(thread(seen=counted((20, 4), (25, 5)))).latest_at == at(25)


def test_a_count_above_the_known_answers_tells_of_more() -> None:
    known = thread(replies=(MARIA,), seen=counted((6, 3)))
    assert what_waits(known) == Waits((1,), 3, False, at(3), "written")
    settled = thread(replies=(MARIA,), seen=counted((6, 3)), mine=[Own(at(7), None, None)])
    assert what_waits(settled) == Waits()
    own = thread(replies=(MARIA,), own_replies=2, seen=counted((6, 3)))
    assert what_waits(own).number == 1, "Two of the three are the person's own."


def test_a_round_count_makes_a_round_number() -> None:
    seen = (Seen(at(2), 1_200, True, True),)
    assert what_waits(thread(seen=seen)).rounded
