"""A real agent in a process of its own, for any test that needs one.

    agent = start_agent(tmp_path)           # or the fixture `agent_process` in tests/agent
    key = agent.pair("chrome-extension://" + "a" * 32)
    agent.call("POST", "/v1/reviews", {"draft": "Great post!"}, key=key).json()["verdict"]
    agent.stop()                            # SIGTERM, waits for the end; `kill()` is SIGKILL

`RunningAgent` has `address` (http://127.0.0.1:PORT), `data_dir`, `sign_in_link` (works once; `new_link()`
makes more), `pair(origin) -> key`, `call(…)`, `set(…)`, `wait_until_ready()` (the model is loaded),
`delete_everything()` (browsers stay paired), `stop()`, `kill()`. Starting it again with the same folder and
port continues with the same log.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import requests

from agent.services.pairings import Pairings
from agent.services.sessions import Sessions
from agent.services.settings import Settings
from agent.store import Log

ROOT = Path(__file__).parent.parent
EXTENSION = "chrome-extension://" + "abcdefghijklmnop" * 2
T = TypeVar("T")
_PATIENCE = 60
"""Seconds: only a hung agent needs them all, also on a busy machine."""


@dataclass
class RunningAgent:
    """An agent process that answers."""

    process: subprocess.Popen[str]
    address: str
    data_dir: Path
    sign_in_link: str
    origins: dict[str, str] = field(default_factory=dict)
    """The origin of each key that `pair` got."""

    def pair(self, origin: str = EXTENSION) -> str:
        """The key of a browser at `origin`, paired over HTTP and confirmed as the person would."""
        asked = {"browser": "Chromium 156 on Linux", "extension_version": "0.1.0"}
        pairing = self.call("POST", "/v1/pairings", asked, origin=origin).json()
        self._with_log(lambda log: Pairings(log).confirm(pairing["id"]))
        path = f"/v1/pairings/{pairing['id']}/claim"
        key = str(self.call("POST", path, {"secret": pairing["secret"]}, origin=origin).json()["key"])
        self.origins[key] = origin
        return key

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        key: str | None = None,
        origin: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> requests.Response:
        """One request, as the extension makes it: a key comes with the origin that it was paired from."""
        sent = {"X-Pitch-In": "1", "Origin": origin or self.origins.get(key or ""), **(headers or {})}
        if key:
            sent["Authorization"] = f"Bearer {key}"
        return requests.request(method, self.address + path, json=body, headers=sent, timeout=_PATIENCE)

    def new_link(self) -> str:
        """Another sign-in link."""
        return self._with_log(lambda log: Sessions(log, self.address).new_link())

    def set(self, setting: str, value: object) -> None:
        """Change a setting, as the person would in the viewer."""
        self._with_log(lambda log: Settings(log).set(setting, value))

    @cached_property
    def viewer(self) -> dict[str, str]:
        """The headers of the viewer, in which the person is signed in."""
        with requests.Session() as session:
            session.get(self.new_link(), timeout=_PATIENCE).raise_for_status()
            cookies = "; ".join(f"{name}={value}" for name, value in session.cookies.items())
        return {"Cookie": cookies, "Sec-Fetch-Site": "same-origin"}

    def delete_everything(self) -> None:
        """Empty its log, as the person would in the viewer: posts, answers to flags, settings."""
        path = "/v1/data?confirm=delete+everything"
        self.call("DELETE", path, headers=self.viewer).raise_for_status()

    def wait_until_ready(self) -> "RunningAgent":
        """Wait for the language model."""
        wait_for(lambda: self.call("GET", "/v1/health").json()["ready"], "the agent to load its model")
        return self

    def stop(self) -> int:
        """End it as the system does (SIGTERM) and return its exit code."""
        self.process.terminate()
        return self._ended()

    def kill(self) -> int:
        """End it without a chance to tidy up (SIGKILL)."""
        self.process.kill()
        return self._ended()

    def _ended(self) -> int:
        code = self.process.wait(_PATIENCE)
        if self.process.stdout:
            self.process.stdout.close()
        return code

    def _with_log(self, use: Callable[[Log], T]) -> T:
        log = Log(self.data_dir)
        try:
            return use(log)
        finally:
            log.close()


def start_agent(tmp_path: Path, *, port: int = 0, data_dir: Path | None = None) -> RunningAgent:
    """Start an agent with its data in `tmp_path / "data"`, and wait until it answers.

    What it prints as errors goes to `tmp_path / "agent.err"`.
    """
    data_dir = data_dir or tmp_path / "data"
    with (tmp_path / "agent.err").open("a") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "agent", "serve", "--port", str(port), "--data-dir", str(data_dir)],
            cwd=ROOT,
            env={**os.environ, "PYTHONWARNINGS": "error::ResourceWarning"},
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
    assert process.stdout
    line = process.stdout.readline()
    if not line.startswith("Pitch In is ready at "):
        process.kill()
        process.wait(_PATIENCE)
        process.stdout.close()
        raise AssertionError(f"The agent did not start: {line}{(tmp_path / 'agent.err').read_text()}")
    link = line.split()[-1]
    return RunningAgent(process, link.partition("/sign-in")[0], data_dir, link)


def wait_for(true: Callable[[], Any], what: str) -> None:
    """Ask again until `true()` says so; fail when it never does."""
    until = time.monotonic() + _PATIENCE
    while not true():
        assert time.monotonic() < until, f"Waited {_PATIENCE} s for {what}."
        time.sleep(0.1)
