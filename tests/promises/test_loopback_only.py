"""Promise 1: no option makes the agent listen where other machines could reach it."""

import pytest

from agent.listening import loopback
from agent.trouble import Trouble

ELSEWHERE = [
    "0.0.0.0",  # noqa: S104
    "::",
    "192.168.1.7",
    "127.0.0.2",
    "::ffff:127.0.0.1",
    "fe80::1",
    "8.8.8.8",
    "evil.example",
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_any_address_but_loopback_is_refused(address: str) -> None:
    with pytest.raises(Trouble, match=r"127\.0\.0\.1"):
        loopback(address)
