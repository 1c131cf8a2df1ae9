"""Serves the app with waitress until the person stops it."""

import signal
import socket
from types import FrameType

from flask import Flask
from waitress.channel import HTTPChannel  # type: ignore[import-untyped]
from waitress.server import create_server  # type: ignore[import-untyped]
from waitress.task import ErrorTask  # type: ignore[import-untyped]
from waitress.wasyncore import close_all  # type: ignore[import-untyped]

from agent.problems import Problem
from agent.services import EXTENSION, Services

_MAX_BODY = 16 * 1024 * 1024
"""Bytes that are read into memory at most; the app itself accepts less and says so."""


def serve(app: Flask, listening: socket.socket) -> None:
    """Answer requests until Ctrl+C or SIGTERM, then let go of everything, also of who still waits."""
    services: Services = app.extensions[EXTENSION]
    channels: dict[int, object] = {}
    server = create_server(
        app,
        map=channels,
        sockets=[listening],
        threads=6,
        ident=None,
        max_request_body_size=_MAX_BODY,
        # waitress writes what is larger than this to a temporary file, and a draft belongs on no disk.
        inbuf_overflow=_MAX_BODY * 2,
        outbuf_overflow=1 << 30,
    )
    server.channel_class = _Channel
    shutdown = server.task_dispatcher.shutdown

    def let_go() -> None:
        services.reviewing.stop()
        services.smoothings.call_off()
        services.waiting.end()
        services.upkeep.end()
        services.collecting.stop()
        shutdown(timeout=0.5)

    server.task_dispatcher.shutdown = let_go
    services.reviewing.start()
    services.waiting.start()
    services.upkeep.start()
    services.collecting.start()
    services.insights.start()
    try:
        server.run()
    finally:
        services.import_runs.end()
    close_all(channels)


def stop_on_signals() -> None:
    """Turn Ctrl+C and SIGTERM into `SystemExit`, on which everything is let go of; a second is ignored."""
    signal.signal(signal.SIGINT, _stop)
    signal.signal(signal.SIGTERM, _stop)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise SystemExit


class _ProblemTask(ErrorTask):  # type: ignore[misc]
    """Answers what waitress refuses before the app sees it, in the app's words and shape."""

    def execute(self) -> None:
        error = self.request.error
        detail = "Pitch In could not read this request: it is malformed, or larger than any that it takes."
        body = Problem(detail, status=error.code).document().model_dump_json(exclude_none=True).encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers.append(("Content-Type", "application/problem+json"))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class _Channel(HTTPChannel):  # type: ignore[misc]
    error_task_class = _ProblemTask
