"""Asks a local language model for one text, within a time, until somebody calls it off.

`http.client` follows no redirect and knows no proxy, so that nothing leaves this machine.
"""

import http.client
import json
import socket
import threading
import time
from contextlib import suppress
from typing import Any

from agent.smoothing.address import Address, NotLocalError

LONGEST_ANSWER = 64 * 1024
"""Bytes of an answer that are read."""


class NoAnswerError(Exception):
    """The model gave no text, in a few words why."""


class Asking:
    """One question to a model. May be called off from another thread."""

    def __init__(self, address: Address, model: str, seconds: float) -> None:
        self._address = address
        self._model = model
        self._seconds = seconds
        self._connection: http.client.HTTPConnection | None = None
        self._called_off = threading.Event()

    def call_off(self) -> None:
        """Stop waiting: the one who asked gets a `NoAnswerError` at once."""
        self._called_off.set()
        connection = self._connection
        if connection is not None and connection.sock is not None:
            with suppress(OSError):  # closed meanwhile: there is nothing left to stop
                connection.sock.shutdown(socket.SHUT_RDWR)

    def ask(self, instruction: str, text: str) -> str:
        """What the model makes of a text. Raises `NoAnswerError`."""
        ends = time.monotonic() + self._seconds
        try:
            body = self._posted(self._request(instruction, text), ends)
            return _text_in(json.loads(body))
        except (OSError, http.client.HTTPException, ValueError, NotLocalError) as error:
            raise NoAnswerError(self._why(error, ends)) from error
        finally:
            if self._connection is not None:
                self._connection.close()

    def _request(self, instruction: str, text: str) -> dict[str, Any]:
        messages = [{"role": "system", "content": instruction}, {"role": "user", "content": text}]
        asked: dict[str, Any] = {"model": self._model, "messages": messages, "stream": False}
        if self._address.speaks_openai:
            return {**asked, "temperature": 0, "max_tokens": 300}
        return {**asked, "options": {"temperature": 0, "num_predict": 300}}

    def _posted(self, asked: dict[str, Any], ends: float) -> bytes:
        address = self._address
        connection = http.client.HTTPConnection(address.pinned(), address.port, timeout=_left(ends))
        self._connection = connection
        if self._called_off.is_set():
            raise NoAnswerError("called off")
        path = f"{address.path}/chat/completions" if address.speaks_openai else f"{address.path}/api/chat"
        host = f"[{address.host}]" if ":" in address.host else address.host
        headers = {"Content-Type": "application/json", "Host": f"{host}:{address.port}"}
        connection.request("POST", path, json.dumps(asked).encode(), headers)
        # The server closes the connection to end an answer: its socket is kept to limit each wait.
        sock = connection.sock
        sock.settimeout(_left(ends))
        answer = connection.getresponse()
        if answer.status != http.HTTPStatus.OK:
            raise NoAnswerError(f"it answers {answer.status}")
        body = b""
        while chunk := answer.read1(8192):
            body += chunk
            if len(body) > LONGEST_ANSWER:
                raise NoAnswerError("it answers at endless length")
            sock.settimeout(_left(ends))
        return body

    def _why(self, error: Exception, ends: float) -> str:
        if self._called_off.is_set():
            return "called off"
        if isinstance(error, TimeoutError) or time.monotonic() >= ends:
            return f"no answer within {self._seconds:g} seconds"
        if isinstance(error, NotLocalError):
            return str(error)
        return "nothing answers there" if isinstance(error, OSError) else "its answer can't be read"


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _text_in(answer: Any) -> str:
    """The text of an answer, in either of the two forms. Raises `ValueError` where there is none."""
    if isinstance(answer, dict):
        choices = answer.get("choices")
        first = choices[0] if isinstance(choices, list) and choices else answer
        message = first.get("message") if isinstance(first, dict) else None
        text = message.get("content") if isinstance(message, dict) else None
        if isinstance(text, str) and text.strip():
            return text.strip()
    raise ValueError("no text in the answer")
