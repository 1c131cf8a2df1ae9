"""A language model is asked on this machine and nowhere else."""

import pytest

from agent.smoothing.address import Address, NotLocalError, read_address


@pytest.mark.parametrize(
    "text",
    [
        "http://192.168.1.20:11434",
        "http://example.com:11434",
        "http://127.0.0.1.example.com",
        "http://0.0.0.0:11434",
        "http://localhost.example.com",
        "https://127.0.0.1:11434",
        "http://user@127.0.0.1:11434",
        "http://127.0.0.1:11434?to=http://example.com",
        "http://[::ffff:8.8.8.8]:11434",
        "http://2130706433.example.com",
        "http://127.0.0.1:99999",
        "ftp://127.0.0.1",
        "127.0.0.1:11434",
        "file:///etc/passwd",
    ],
)
def test_what_is_not_on_this_machine_is_refused(text: str) -> None:
    with pytest.raises(NotLocalError):
        read_address(text)


@pytest.mark.parametrize(
    ("text", "port", "openai"),
    [
        ("http://127.0.0.1:11434", 11434, False),
        ("http://localhost", 11434, False),
        ("http://[::1]:1234/v1/", 1234, True),
        ("http://127.0.0.2:8080/v1", 8080, True),
    ],
)
def test_an_address_says_how_to_ask(text: str, port: int, openai: bool) -> None:
    address = read_address(text)
    assert (address.port, address.speaks_openai) == (port, openai)


def test_a_name_is_pinned_to_the_loopback_address_that_it_stands_for() -> None:
    assert Address("localhost", 11434, "").pinned() in {"127.0.0.1", "::1"}


def test_a_name_that_stands_for_another_machine_is_not_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = [(2, 1, 6, "", ("127.0.0.1", 11434)), (2, 1, 6, "", ("203.0.113.7", 11434))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: elsewhere)
    with pytest.raises(NotLocalError, match="another machine"):
        Address("localhost", 11434, "").pinned()
