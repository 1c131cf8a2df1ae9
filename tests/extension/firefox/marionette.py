"""Marionette, the protocol that Firefox itself speaks: length-prefixed JSON on a loopback socket.

Its commands are WebDriver's, with two of its own that the tests need: installing an add-on for a session, and
running a script with the browser's rights. Source: Firefox, `remote/marionette/`.
"""

import json
import socket
import time
from pathlib import Path
from typing import Any

_PATIENCE = 120
"""Seconds: only a hung browser needs them all, also on a busy machine."""


class MarionetteError(Exception):
    """The browser's own words for what it could not do."""


class Marionette:
    """One session. Commands are calls: `marionette("WebDriver:Navigate", url=…)`."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=_PATIENCE)
        self._answers = self._socket.makefile("rb")
        self._number = 0
        self._window = ""
        self._receive()  # its greeting
        self("WebDriver:NewSession", pageLoadStrategy="normal")

    def __call__(self, command: str, **parameters: object) -> Any:
        """Its answer. Raises MarionetteError."""
        self._number += 1
        sent = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(sent), sent))
        _, _, error, value = self._receive()
        if error:
            raise MarionetteError(f"{command}: {error['error']}: {error['message']}")
        return value["value"] if isinstance(value, dict) and set(value) == {"value"} else value

    def look_at(self, window: str, *, focus: bool = False) -> None:
        """Make later commands concern this window."""
        if focus or window != self._window:
            self("WebDriver:SwitchToWindow", handle=window, focus=focus)
            self._window = window

    def script(self, body: str, *arguments: object, rights: str | None = None) -> Any:
        """What an async function body in JavaScript returns; `rights="system"` for the browser's own.

        None also where the page went away in the middle.
        Raises MarionetteError when it throws.
        """
        code = f"""
            const done = arguments[arguments.length - 1];
            const given = [...arguments].slice(0, -1);
            (async () => {{ {body} }})().then(
              (value) => done({{value}}), (error) => done({{error: `${{error}} ${{error?.stack}}`}}));
        """
        answer = self(
            "WebDriver:ExecuteAsyncScript",
            script=code,
            args=list(arguments),
            sandbox=rights,
            newSandbox=False,
            scriptTimeout=_PATIENCE * 1000,
        )
        if answer is None:
            return None
        if "error" in answer:
            raise MarionetteError(f"{answer['error']}\nin: {body}")
        return answer.get("value")

    def close(self) -> None:
        """End the connection."""
        self._answers.close()
        self._socket.close()

    def _receive(self) -> Any:
        length = b""
        while (digit := self._answers.read(1)) != b":":
            if not digit:
                raise MarionetteError("The browser ended.")
            length += digit
        return json.loads(self._answers.read(int(length)))


def port_of(profile: Path) -> int:
    """The port that a starting Firefox writes into its profile."""
    told = profile / "MarionetteActivePort"
    until = time.monotonic() + _PATIENCE
    while not told.is_file() or not told.read_text().strip():
        assert time.monotonic() < until, f"Firefox did not open its port within {_PATIENCE} s."
        time.sleep(0.05)
    return int(told.read_text())
