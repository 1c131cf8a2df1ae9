"""Dates of all eras become moments in UTC, and counts numbers; what is lost stays unknown."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.importers._counts import count
from agent.importers._dates import linkedin_moment, moment, x_moment
from tests.agent.importers.exports import MUCH

OFFSETS = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1990, 1, 2), datetime(2100, 1, 1), timezones=OFFSETS)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue Mar 05 14:02:11 +0000 2024", "2024-03-05T14:02:11"),
        ("2013-02-12 10:11:12 +0000", "2013-02-12T10:11:12"),
        ("2024-05-02 18:11:04 UTC", "2024-05-02T18:11:04"),
        ("2013-01-27 18:49:00 GMT", "2013-01-27T18:49:00"),
        ("2025-02-11T19:04:00.155440+00:00", "2025-02-11T19:04:00.155440"),
        ("2024-02-03T04:05:06.789Z", "2024-02-03T04:05:06.789000"),
        ("2024-02-03T06:05+02:00", "2024-02-03T04:05:00"),
        ("2025-11-19 09:59:30", "2025-11-19T09:59:30"),
        ("Wed, 01 Jan 2025 09:00:00 +0000", "2025-01-01T09:00:00"),
        ("08 Feb 2026", "2026-02-08T00:00:00"),
        ("Tue, Jul 14, 2026", "2026-07-14T00:00:00"),
        ("January 27th, 2013 1:49pm", "2013-01-27T13:49:00"),
        ("May 1, 2024 12:05 am", "2024-05-01T00:05:00"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59"),
        (1_704_067_200, "2024-01-01T00:00:00"),
        ("1704067200", "2024-01-01T00:00:00"),
        (1_704_067_200_500, "2024-01-01T00:00:00.500000"),
    ],
)
def test_every_form_is_read(text: object, expected: str) -> None:
    assert moment(text) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "lost",
    [
        "",
        None,
        0,
        "0",
        "0000-00-00 00:00:00",
        "soon",
        "2024-13-01",
        "2024-02-30",
        [],
        True,
        "11/19/2025",
        "12345",
        float("nan"),
        "9" * 400,
    ],
)
def test_a_lost_date_is_no_date_and_never_1970(lost: object) -> None:
    with pytest.raises(ValueError, match="date"):
        moment(lost)


@MUCH
@given(when=MOMENTS)
def test_iso_is_read_to_the_microsecond_in_every_zone(when: datetime) -> None:
    assert moment(when.isoformat()) == when


@MUCH
@given(when=MOMENTS)
def test_x_s_own_form_is_read_whatever_the_language_of_the_machine(when: datetime) -> None:
    utc = when.astimezone(UTC).replace(microsecond=0)
    days, months = (
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    )
    text = f"{days[utc.weekday()]} {months[utc.month - 1]} {utc:%d %H:%M:%S} +0000 {utc.year}"
    assert moment(text) == utc


@MUCH
@given(
    text=st.text(max_size=40)
    | st.from_regex(r"[0-9]{1,4}[-/ ][A-Za-z0-9]{1,9}[-, ]{1,2}[0-9:+ ]{0,20}", fullmatch=True)
)
def test_any_text_is_a_moment_in_utc_or_no_date(text: str) -> None:
    try:
        assert moment(text).utcoffset() == timedelta(0)
    except ValueError as error:
        assert "date" in str(error)  # noqa: PT017 (some texts are dates)


def test_ids_tell_the_moment() -> None:
    assert x_moment("1765012345678900001") == datetime(2024, 3, 5, 13, 51, 50, 210_000, tzinfo=UTC)
    assert x_moment("20") is None
    assert linkedin_moment("7396840000000000001") == datetime(2025, 11, 19, 9, 21, 22, 641_000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("shown", "value", "precision"),
    [
        (12, 12, "exact"),
        ("12", 12, "exact"),
        ("1,234", 1234, "exact"),
        ("1.234.567", 1_234_567, "exact"),
        ("1\u202f234", 1234, "exact"),
        (3.0, 3, "exact"),
        ("0", 0, "exact"),
        ("1.2K", 1200, "rounded"),
        ("3M", 3_000_000, "rounded"),
        ("1,5 k", 1500, "rounded"),
        ("2B+", 2_000_000_000, "rounded"),
    ],
)
def test_counts_are_numbers_and_say_whether_they_are_exact(shown: object, value: int, precision: str) -> None:
    found = count(shown)
    assert found is not None
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize(
    "shown", ["", "--", "< 1%", "12%", None, True, False, -1, "-1", "n/a", 1.5, [], "9" * 30, "9" * 30 + "K"]
)
def test_what_is_no_count_is_unknown_and_never_0(shown: object) -> None:
    assert count(shown) is None


@MUCH
@given(number=st.integers(0, 10**15))
def test_every_number_is_read_with_and_without_marks(number: int) -> None:
    for shown in (number, str(number), f"{number:,}", f"{number:,}".replace(",", ".")):
        found = count(shown)
        assert found is not None
        assert found.value == number


@MUCH
@given(shown=st.text(max_size=20))
def test_any_text_is_a_count_or_unknown(shown: str) -> None:
    found = count(shown)
    assert found is None or found.value >= 0
