"""The one way out: https, that machine only, nothing about the person, bounded in time and size."""

import gzip
import socket
import threading
from collections.abc import Iterator

import pytest

from agent.collectors import Fetcher
from agent.collectors._fetcher import NoAnswer
from tests.agent.collectors.api import Api, Says

HOST = "forum.example"
THERE = f"https://{HOST}/a.json?x=1&y=%20"


@pytest.fixture
def fetcher(api: Api) -> Fetcher:
    """Asks `api` in the place of forum.example."""
    return Fetcher({HOST: api.base})


def test_what_is_asked_tells_nothing_about_the_person(api: Api, fetcher: Fetcher) -> None:
    api.answers["/a.json"] = Says({"a": 1}, headers={"Set-Cookie": "id=7"})
    for _ in range(2):
        assert fetcher.fetch(HOST, THERE).body == b'{"a": 1}'
    asked = api.asked[-1]
    assert asked.query == {"x": "1", "y": " "}
    assert set(asked.headers) == {"host", "accept", "accept-encoding", "user-agent"}
    assert asked.headers["user-agent"].startswith("PitchIn/")


def test_what_has_not_changed_is_not_sent_again(api: Api, fetcher: Fetcher) -> None:
    api.answers["/a.json"] = {"a": 1}
    first = fetcher.fetch(HOST, THERE)
    again = fetcher.fetch(HOST, THERE, first.headers["etag"], "Fri, 20 Nov 2026 12:00:00 GMT")
    assert (again.status, again.body) == (304, b"")
    assert api.asked[-1].headers["if-modified-since"] == "Fri, 20 Nov 2026 12:00:00 GMT"


def test_redirects_are_followed_on_that_machine(api: Api, fetcher: Fetcher) -> None:
    api.answers["/a.json"] = Says(status=302, headers={"Location": "/b.json"})
    api.answers["/b.json"] = Says(status=301, headers={"Location": f"https://{HOST}/c.json"})
    api.answers["/c.json"] = [1]
    assert fetcher.fetch(HOST, THERE).body == b"[1]"


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        f"http://{HOST}/b.json",
        f"https://{HOST}:8443/b.json",
        f"https://{HOST}@evil.example/",
        "//evil.example/b.json",
        "file:///etc/passwd",
    ],
)
def test_no_redirect_leads_to_another_machine(api: Api, fetcher: Fetcher, target: str) -> None:
    api.answers["/a.json"] = Says(status=302, headers={"Location": target})
    with pytest.raises(NoAnswer, match="another machine"):
        fetcher.fetch(HOST, THERE)
    assert len(api.asked) == 1


def test_a_circle_of_redirects_ends(api: Api, fetcher: Fetcher) -> None:
    api.answers["/a.json"] = Says(status=302, headers={"Location": "/a.json"})
    with pytest.raises(NoAnswer, match="without an end"):
        fetcher.fetch(HOST, THERE)
    assert len(api.asked) == 4


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        (Says(raw=gzip.compress(b"0" * 50_000_000), headers={"Content-Encoding": "gzip"}), "larger than"),
        (Says(raw=b"0" * 5_000_000), "larger than"),
        (Says(raw=gzip.compress(b"0" * 5_000)[:-9], headers={"Content-Encoding": "gzip"}), "cut off"),
        (Says(raw=b"no gzip at all", headers={"Content-Encoding": "gzip"}), "damaged"),
        (Says(raw=b"x", headers={"Content-Encoding": "br"}), "wasn't asked for"),
        (Says(raw=b"x", headers={"Content-Length": "9", "Connection": "close"}), None),
    ],
)  # fmt: skip
def test_what_is_too_large_or_damaged_is_said(
    api: Api, fetcher: Fetcher, says: Says, sentence: str | None
) -> None:
    api.answers["/a.json"] = says
    if sentence is None:
        assert fetcher.fetch(HOST, THERE).body == b"x"
        return
    with pytest.raises(NoAnswer, match=sentence):
        fetcher.fetch(HOST, THERE)


@pytest.fixture
def silent() -> Iterator[str]:
    """A server that takes a request and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken: list[socket.socket] = []
        waiting = threading.Thread(target=lambda: taken.append(server.accept()[0]))
        waiting.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        waiting.join()
        taken[0].close()


def test_a_site_that_says_nothing_is_not_waited_for_long(
    silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.collectors._fetcher._CONNECTION", 0.1)
    with pytest.raises(NoAnswer, match=r"forum\.example did not answer in time"):
        Fetcher({HOST: silent}).fetch(HOST, THERE)


def test_a_machine_that_is_not_there_is_said(api: Api) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        nobody = f"http://127.0.0.1:{server.getsockname()[1]}"
    with pytest.raises(NoAnswer, match=r"could not be reached or read \(ConnectionRefusedError\)"):
        Fetcher({HOST: nobody}).fetch(HOST, THERE)
    port = api.base.rpartition(":")[2]
    with pytest.raises(NoAnswer, match="can't prove who it is"):
        Fetcher().fetch(f"127.0.0.1:{port}", f"https://127.0.0.1:{port}/a.json")


@pytest.mark.parametrize(
    "address", ["http://forum.example/a", "https://evil.example/a", "ftp://forum.example/a"]
)
def test_only_https_at_that_machine_is_asked(fetcher: Fetcher, address: str) -> None:
    with pytest.raises(NoAnswer, match="not an https address"):
        fetcher.fetch(HOST, address)


@pytest.mark.parametrize("etag", ['"a"\r\nCookie: x', "\u2603"])
def test_a_harmful_validator_is_not_sent(api: Api, fetcher: Fetcher, etag: str) -> None:
    with pytest.raises(NoAnswer):
        fetcher.fetch(HOST, THERE, etag)
    assert api.asked == []


@pytest.mark.parametrize("base", ["http://10.0.0.1:80", "https://127.0.0.1:1", "http://forum.example", "x"])
def test_a_base_address_is_on_this_machine(base: str) -> None:
    with pytest.raises(ValueError, match=r"machine|address"):
        Fetcher({HOST: base})
