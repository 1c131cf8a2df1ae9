"""A small server that answers as an interface is documented, and remembers what it was asked."""

import gzip
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from agent.collectors import Asking, Collected, Collector, Fetcher, Validators, Wanted, collector_for

POSTED_AT = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """A request that came."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]


@dataclass(frozen=True)
class Says:
    """An answer that isn't just JSON with status 200. `raw` takes the place of the JSON."""

    json: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None


@dataclass
class Api:
    """`answers` by path: JSON, a `Says`, or something that makes one of the request. Else 404."""

    base: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def reset(self) -> "Api":
        """As if nothing had been asked or told."""
        self.answers.clear()
        self.asked.clear()
        return self

    @property
    def paths(self) -> list[str]:
        """What was asked for."""
        return [each.path for each in self.asked]

    def answer(self, asked: Asked) -> Says:
        """What is said to a request."""
        found = self.answers.get(asked.path, Says({"error": "not found"}, 404))
        if isinstance(found, Callable):
            found = found(asked)
        return found if isinstance(found, Says) else Says(found)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        api: Api = self.server.api
        parts = urlsplit(self.path)
        asked = Asked(
            parts.path,
            dict(parse_qsl(parts.query)),
            {name.lower(): value for name, value in self.headers.items()},
        )
        api.asked.append(asked)
        says = api.answer(asked)
        body = json.dumps(says.json).encode() if says.raw is None else says.raw
        etag = f'W/"{hashlib.sha256(body).hexdigest()[:16]}"'
        if says.status == 200 and asked.headers.get("if-none-match") == etag:
            self.send_response(304)
            self.end_headers()
            return
        headers = {"Content-Type": "application/json", "ETag": etag, **says.headers}
        if says.raw is None and "gzip" in asked.headers.get("accept-encoding", ""):
            body = gzip.compress(body)
            headers["Content-Encoding"] = "gzip"
        self.send_response(says.status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: pytest's output belongs to the tests."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing where a fetcher hangs up in the middle, as it should."""


@contextmanager
def serving() -> Iterator[Api]:
    """An interface on a free port of this machine."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.api = Api(base=f"http://127.0.0.1:{server.server_port}")
        answering = threading.Thread(target=server.serve_forever, args=[0.02])
        answering.start()
        try:
            yield server.api
        finally:
            server.shutdown()
            answering.join()


def collect(
    collector: Collector,
    api: Api,
    permalink: str,
    *,
    known: frozenset[str] = frozenset(),
    with_text: bool = True,
    etags: dict[str, Validators] | None = None,
) -> Collected:
    """What a collector finds about a post, where `api` answers for its site."""
    host = urlsplit(permalink).netloc
    assert collector_for(host.removeprefix("www."), collector.name) is collector
    machine = collector.asks(host)
    asking = Asking(Fetcher({machine: api.base}), machine, etags or {}, lambda: False)
    return collector.read(Wanted(permalink, POSTED_AT, known, with_text), asking)


def numbers(found: Collected) -> dict[str, int | None]:
    """The counts as bare numbers."""
    counts = {kind: getattr(found.counts, kind) for kind in type(found.counts).model_fields}
    return {kind: count.value if count else None for kind, count in counts.items()}


def people(found: Collected) -> list[tuple[str | None, str | None]]:
    """Who answered, and what."""
    return [(each.author, each.text) for each in found.replies]
