"""Starts and stops a server as a process group of its own."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 60.0  # seconds for a server to answer, on a machine that is busy with other things


def free_port() -> int:
    """A port on loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    command: Sequence[str | Path],
    log: Path,
    ready: Callable[[], bool],
    environment: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """Run `command` until the block ends. Raises RuntimeError, with the log's end, where it never answers."""
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=os.environ | (environment or {}),
            start_new_session=True,
        )
    try:
        _wait(server, ready, log)
        yield
    finally:
        _stop(server)


def answers(url: str) -> bool:
    """Whether a GET of `url` is answered without a server error."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - our own loopback address
            return answer.status < 500
    except urllib.error.HTTPError as problem:
        return problem.code < 500
    except OSError:
        return False


def _wait(server: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not ready():
        if server.poll() is not None or time.monotonic() > deadline:
            state = "ended" if server.poll() is not None else f"did not answer within {PATIENCE:.0f} s"
            raise RuntimeError(
                f"{server.args} {state}. Its output ends:\n{log.read_text(errors='replace')[-3000:]}"
            )
        time.sleep(0.05)


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the whole group: some servers' workers outlive their parent."""
    for last_word in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(server.pid, last_word)
            server.wait(timeout=10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
