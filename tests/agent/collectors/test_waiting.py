"""How sites ask to be left alone, and how rarely they are asked anyway."""

from datetime import UTC, datetime, timedelta

import pytest

from agent.collectors._spacing import next_ask
from agent.collectors._waiting import wait_of

AT = datetime(2026, 11, 25, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECONDS = int(AT.timestamp())


@pytest.mark.parametrize(
    ("status", "headers", "until"),
    [
        (429, {"retry-after": "30"}, AT + timedelta(seconds=30)),
        (503, {"retry-after": "Wed, 25 Nov 2026 13:00:00 GMT"}, AT + HOUR),
        (503, {"retry-after": "Wed, 25 Nov 2020 13:00:00 GMT"}, AT),
        (429, {"retry-after": "99999999999999999999"}, AT + timedelta(days=7)),
        (429, {"retry-after": "soon"}, None),
        (500, {}, None),
        (403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": f"{SECONDS + 60}"}, AT + HOUR / 60),
        (403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "x" * 99}, None),
        (403, {"retry-after": "60"}, AT + HOUR / 60),
    ],
)  # fmt: skip
def test_a_site_that_wants_to_be_left_alone_says_so(
    status: int, headers: dict[str, str], until: datetime | None
) -> None:
    assert wait_of(status, headers, AT) == (True, until)


@pytest.mark.parametrize(
    ("status", "headers"), [(200, {}), (404, {}), (403, {}), (403, {"x-ratelimit-remaining": "9"})]
)
def test_any_other_answer_is_no_such_wish(status: int, headers: dict[str, str]) -> None:
    assert not wait_of(status, headers, AT).wanted


def test_the_older_a_post_the_more_rarely_it_is_asked_about_and_at_last_never() -> None:
    gaps = []
    moment: datetime | None = AT
    while moment is not None:
        asked, moment = moment, next_ask(AT, moment)
        gaps += [moment - asked] if moment else []
    assert gaps[0] == HOUR
    assert gaps == sorted(gaps)
    assert timedelta(days=9) < gaps[-1] < timedelta(days=12)
    assert len(gaps) == 56
    assert next_ask(AT - timedelta(days=400), AT) is None
