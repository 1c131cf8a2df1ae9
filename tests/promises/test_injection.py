"""Promise 3: words of a request stay words: in a query, a path, a header and in what the agent prints."""

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.agent.calls import new_id, new_post
from tests.agent_process import RunningAgent, start_agent
from tests.promises.fuzz import as_viewer
from tests.promises.hostile_log import TEXTS

LEADING_OUT = [
    *("../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc%2fpasswd", "..\\..\\..\\..\\etc\\passwd"),
    *("%2e%2e/%2e%2e/%2e%2e/etc/passwd", "....//....//etc/passwd", "/etc/passwd", "base.css/../../../app.py"),
    *("base.css%00.html", "file:///etc/passwd", "%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd"),
]
BREAKS = ["%0d%0aSet-Cookie:%20a=b", "%0aSet-Cookie:%20a=b", "%E5%98%8A%E5%98%8DSet-Cookie:%20a=b"]


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """An agent with one post."""
    running = start_agent(tmp_path_factory.mktemp("agent"))
    running.call("PUT", f"/v1/posts/{new_id()}", new_post(), key=running.pair()).raise_for_status()
    yield running
    running.stop()
    assert printed(running) == ""


@pytest.fixture(scope="module")
def key(agent: RunningAgent) -> str:
    return next(iter(agent.origins))


@pytest.fixture(scope="module")
def viewer(agent: RunningAgent) -> dict[str, str]:
    return as_viewer(agent)


def printed(agent: RunningAgent) -> str:
    return (agent.data_dir.parent / "agent.err").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["q", "site", "cursor", "verdict", "order"])
def test_a_query_is_no_sql(agent: RunningAgent, key: str, name: str) -> None:
    for text in TEXTS:
        answer = agent.call("GET", f"/v1/posts?{name}={quote(text)}", key=key)
        assert answer.status_code in (200, 422)
        assert answer.status_code == 422 or answer.json()["items"] == []
    assert len(agent.call("GET", "/v1/posts", key=key).json()["items"]) == 1


@pytest.mark.parametrize("path", LEADING_OUT)
def test_a_path_leads_nowhere_else(agent: RunningAgent, viewer: dict[str, str], path: str) -> None:
    for start in ("/assets/", "/signals/", "/history/", "/report/", "/v1/posts/", "/"):
        asked = raw(agent, f"GET {start}{path} HTTP/1.1", viewer)
        assert asked.split(b" ", 2)[1] in (b"302", b"303", b"308", b"400", b"401", b"403", b"404", b"422")
        assert b"root:" not in asked


@pytest.mark.parametrize("broken", BREAKS)
def test_no_word_of_an_address_becomes_a_header(
    agent: RunningAgent, viewer: dict[str, str], broken: str
) -> None:
    for start in ("/sign-in?token=", "/history?q=", "/", "/signals/", "/v1/posts?q="):
        answer = raw(agent, f"GET {start}{broken} HTTP/1.1", viewer)
        headers = answer.partition(b"\r\n\r\n")[0].lower()
        assert b"set-cookie: a=b" not in headers.split(b"\r\n")


def raw(agent: RunningAgent, line: str, headers: dict[str, str]) -> bytes:
    """The whole answer to a request that no client library has put right."""
    host, port = agent.address.removeprefix("http://").split(":")
    sent = {"Host": f"{host}:{port}", "Connection": "close", **headers}
    lines = [line, *(f"{name}: {value}" for name, value in sent.items())]
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        return b"".join(iter(lambda: connection.recv(65_536), b""))


def test_what_a_request_says_is_never_printed(agent: RunningAgent, key: str, tmp_path: Path) -> None:
    for method in ("GET", "POST", "BREW\x1b[2J", "GET /x HTTP/1.1\r\nERROR: all is lost"):
        raw(agent, f"{method} /v1/posts?q=all-is-lost HTTP/1.1", {"Authorization": "Bearer all-is-lost"})
    agent.call("POST", "/v1/imports", {"path": str(tmp_path / "all\nis lost")}, key=key)
    assert "lost" not in printed(agent)
