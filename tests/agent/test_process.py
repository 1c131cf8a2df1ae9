"""The agent as a process: it starts, it stops, and a post that it acknowledged stays."""

import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from agent.store import Log
from tests.agent.calls import new_id, new_post
from tests.agent_process import ROOT, RunningAgent, start_agent, wait_for


def port_of(agent: RunningAgent) -> int:
    return int(agent.address.rpartition(":")[2])


def refused(port: int, data_dir: Path) -> str:
    """The sentence of an agent that doesn't start, and its exit code 2."""
    command = [sys.executable, "-m", "agent", "serve", "--port", str(port), "--data-dir", str(data_dir)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


@contextmanager
def taken_port() -> Iterator[int]:
    """A port where something else answers."""

    class Quokka(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"name": "Quokka"}')

        def log_message(self, *_: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Quokka) as server:
        answering = threading.Thread(target=server.serve_forever)
        answering.start()
        yield server.server_port
        server.shutdown()
        answering.join()


def test_it_answers_at_once_and_reads_drafts_as_soon_as_it_can(agent_process: RunningAgent) -> None:
    health = agent_process.call("GET", "/v1/health").json()
    assert health["name"] == "Pitch In"
    assert health["ready"] == (health["model_version"] is not None)
    review = agent_process.call("POST", "/v1/reviews", {"draft": "Great post!"}, key=agent_process.pair())
    assert review.json()["verdict"] == "me_too"
    assert agent_process.call("GET", "/v1/health").json()["ready"]


def test_it_listens_on_this_machine_only(shared_agent: RunningAgent) -> None:
    assert shared_agent.address.startswith("http://127.0.0.1:")
    # An agent that listened at every address of this machine would answer here too.
    with pytest.raises(OSError, match=r"refused|timed out|assign|unreachable"):
        socket.create_connection(("127.0.0.2", port_of(shared_agent)), timeout=5)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("loaded", [False, True], ids=["loading", "loaded"])
def test_it_stops_sooner_than_it_starts(tmp_path: Path, sign: signal.Signals, loaded: bool) -> None:
    begun_at = time.monotonic()
    agent = start_agent(tmp_path)
    if loaded:
        agent.wait_until_ready()
    asked_at = time.monotonic()
    os.kill(agent.process.pid, sign)
    agent.process.wait(60)
    assert time.monotonic() - asked_at < asked_at - begun_at
    assert agent.stop() == 0, "It had ended by itself."
    assert not (agent.data_dir / "agent.json").exists()
    assert not (agent.data_dir / "pitch-in.db-wal").exists(), "The log was closed."


def test_it_stops_sooner_than_it_starts_while_a_browser_waits_for_an_answer(tmp_path: Path) -> None:
    begun_at = time.monotonic()
    agent_process = start_agent(tmp_path).wait_until_ready()
    to_start = time.monotonic() - begun_at
    key = agent_process.pair()
    slow = threading.Thread(target=put_until_it_ends, args=(agent_process, key, new_id()))
    with socket.create_connection(("127.0.0.1", port_of(agent_process))) as half_a_request:
        half_a_request.sendall(b"POST /v1/reviews HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        slow.start()
        asked_at = time.monotonic()
        assert agent_process.stop() == 0
        assert time.monotonic() - asked_at < to_start
    slow.join(10)


def test_a_second_agent_on_the_same_data_is_refused(shared_agent: RunningAgent) -> None:
    said = refused(0, shared_agent.data_dir)
    assert f"already running at {shared_agent.address}" in said
    assert "-m agent link" in said


def test_a_port_where_pitch_in_runs_is_told_apart_from_another_program(
    shared_agent: RunningAgent, tmp_path: Path
) -> None:
    said = refused(port_of(shared_agent), tmp_path / "other")
    assert f"Pitch In is already running at {shared_agent.address}, with its data in another folder" in said
    assert "-m agent link` with the --data-dir that it was started with" in said
    with taken_port() as port:
        said = refused(port, tmp_path / "other")
    assert f"Port {port} is taken by another program" in said
    assert "--port" in said


def test_damaged_settings_stop_it_with_a_sentence(tmp_path: Path) -> None:
    log = Log(tmp_path)
    with log.writing() as db:
        db.execute("INSERT INTO settings VALUES ('theme', 'pink')")
    log.close()
    assert "setting theme" in refused(0, tmp_path)


def test_a_damaged_log_stops_it_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "pitch-in.db").write_bytes(b"no log" * 1_000)
    assert "is damaged" in refused(0, tmp_path)
    assert not (tmp_path / "agent.json").exists()


def test_a_folder_that_can_not_be_made_stops_it_with_a_sentence() -> None:
    assert "may not write to /proc/nowhere" in refused(0, Path("/proc/nowhere"))


def put_until_it_ends(agent: RunningAgent, key: str, post_id: str) -> None:
    """Log a post with an agent that may end before it answers."""
    with suppress(OSError):
        agent.call("PUT", f"/v1/posts/{post_id}", new_post(), key=key)


def test_an_acknowledged_post_is_in_the_log_once_after_a_kill(tmp_path: Path) -> None:
    agent = start_agent(tmp_path)
    key, post_id = agent.pair(), new_id()
    assert agent.call("PUT", f"/v1/posts/{post_id}", new_post(), key=key).status_code == 201
    agent.kill()
    as_if_killed_before_the_review(agent.data_dir)

    again = start_agent(tmp_path, port=port_of(agent))
    again.origins = agent.origins
    path = f"/v1/posts/{post_id}"
    wait_for(lambda: again.call("GET", path, key=key).json()["verdict"] == "me_too", "the review")
    assert again.call("PUT", path, new_post(), key=key).status_code == 200
    (post,) = again.call("GET", "/v1/posts", key=key).json()["items"]
    assert (post["id"], post["text"]) == (post_id, "Great post!")
    again.stop()


def as_if_killed_before_the_review(data_dir: Path) -> None:
    log = Log(data_dir)
    with log.writing() as db:
        db.execute("UPDATE posts SET reviewed_at = NULL, verdict = NULL, confidence = NULL, headline = NULL")
        db.execute("DELETE FROM signals")
    log.close()


def test_a_post_whose_acknowledgement_was_killed_is_in_the_log_once_after_it_is_sent_again(
    tmp_path: Path,
) -> None:
    agent = start_agent(tmp_path)
    key, post_id = agent.pair(), new_id()
    sending = threading.Thread(target=put_until_it_ends, args=(agent, key, post_id))
    sending.start()
    agent.kill()
    sending.join(60)

    again = start_agent(tmp_path, port=port_of(agent))
    again.origins = agent.origins
    for _ in range(2):
        assert again.call("PUT", f"/v1/posts/{post_id}", new_post(), key=key).status_code in (200, 201)
    (post,) = again.call("GET", "/v1/posts", key=key).json()["items"]
    assert (post["id"], post["text"]) == (post_id, "Great post!")
    again.stop()


def test_what_was_sent_to_a_killed_agent_goes_at_the_next_start(tmp_path: Path) -> None:
    agent = start_agent(tmp_path)
    answer = agent.call("POST", "/v1/imports", {"name": "a.zip", "size": 10}, headers=agent.viewer)
    assert answer.status_code == 201
    agent.kill()
    assert [path.name for path in (agent.data_dir / "imports").rglob("*.zip")] == ["a.zip"]

    again = start_agent(tmp_path)
    assert not (agent.data_dir / "imports").exists()
    again.stop()


def test_what_waitress_refuses_has_the_shape_of_every_other_error(shared_agent: RunningAgent) -> None:
    requests = [
        b"GET /v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n",
        b"GET /v1/health HTTP/1.1\r\nbroken header\r\n\r\n",
        b"POST /v1/reviews HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    ]
    for request in requests:
        with socket.create_connection(("127.0.0.1", port_of(shared_agent)), timeout=30) as connection:
            connection.sendall(request)
            answer = b"".join(iter(lambda: connection.recv(65_536), b"")).decode()
        head, _, body = answer.partition("\r\n\r\n")
        assert head.split()[1][0] == "4"
        assert "application/problem+json" in head
        assert '"type":"about:blank"' in body
        assert "waitress" not in answer.lower()
        assert "\r\nServer:" not in head


def test_nothing_is_printed_but_what_the_person_needs(agent_process: RunningAgent, tmp_path: Path) -> None:
    key = agent_process.wait_until_ready().pair()
    agent_process.call("POST", "/v1/reviews", {"draft": "zanzibar"}, key=key)
    agent_process.call("GET", "/v1/posts?q=zanzibar", key=key)
    agent_process.process.terminate()
    assert agent_process.process.stdout
    printed = agent_process.process.stdout.read()
    assert "zanzibar" not in printed
    assert printed.splitlines()[-1] == "Pitch In has stopped."
    assert (tmp_path / "agent.err").read_text() == ""


def test_its_port_opens_before_the_language_library_is_even_imported() -> None:
    code = "import agent.__main__, sys; print('spacy' in sys.modules, 'agent.app' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
