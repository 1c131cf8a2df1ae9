"""A web page that means harm, on a host of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.servers.in_background import in_background

HARMLESS_LOOK = b"<!doctype html><title>Ten tips</title><p>Ten tips that you won't believe.</p>"


class HostileSite(ThreadingHTTPServer):
    """Serves one page; its tests run what that page tries."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """Not the agent's host, so that nothing is same-site."""
        return f"http://tips.localhost:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """The page, whatever is asked."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(HARMLESS_LOOK)))
        self.end_headers()
        self.wfile.write(HARMLESS_LOOK)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing."""


@contextmanager
def hostile_site() -> Iterator[HostileSite]:
    """Run it."""
    with in_background(HostileSite()) as server:
        yield server
