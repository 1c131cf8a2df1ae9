"""Firefox for the saved pages: a proxy on loopback answers for every address with the page that is shown."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.extension.firefox.marionette import Marionette
from tests.extension.firefox.running import ALL_SITES_IN_ONE_PROCESS, running_firefox
from tests.extension.sites.looking import SCRIPTS
from tests.extension.sites.saved import SavedPage
from tests.servers.in_background import in_background

ADD_SCRIPTS = """
const script = document.createElement("script");
script.textContent = given[0];
document.head.append(script);
"""


class _Proxy(ThreadingHTTPServer):
    """Knows one page at a time."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.page = b""


class _Handler(BaseHTTPRequestHandler):
    server: _Proxy

    def do_GET(self) -> None:
        """The page for a document; for what a page would load beside it, nothing."""
        is_page = self.headers.get("Sec-Fetch-Dest", "document") in ("document", "iframe")
        body = self.server.page if is_page else b""
        self.send_response(200 if is_page else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing: pytest's output belongs to the tests."""


class InFirefox:
    """The proxy speaks plain HTTP, so addresses lose an "s" on the way in and get it back on the way out."""

    def __init__(self, marionette: Marionette, proxy: _Proxy) -> None:
        self._marionette = marionette
        self._proxy = proxy

    def open(self, saved: SavedPage) -> None:
        """Navigate to it."""
        self._proxy.page = saved.html.encode()
        self._marionette("WebDriver:Navigate", url=saved.address.replace("https://", "http://", 1))
        self._marionette.script(ADD_SCRIPTS, SCRIPTS)

    def ask(self, script: str, argument: object = None) -> Any:
        """Call it in the page."""
        answer = self._marionette.script(f"return ({script})(given[0]);", argument)
        return json.loads(json.dumps(answer).replace("http://", "https://"))

    def click(self, css: str) -> None:
        """With the mouse."""
        found = self._marionette("WebDriver:FindElement", using="css selector", value=css)
        self._marionette("WebDriver:ElementClick", id=next(iter(found.values())))


@contextmanager
def in_firefox(firefox: Path, profile: Path) -> Iterator[InFirefox]:
    """Run Firefox and its proxy."""
    with in_background(_Proxy()) as proxy:
        through = {
            **ALL_SITES_IN_ONE_PROCESS,
            "dom.security.https_first": False,
            "network.proxy.type": 1,
            "network.proxy.http": "127.0.0.1",
            "network.proxy.http_port": proxy.server_port,
            "network.stricttransportsecurity.preloadlist": False,
        }
        with running_firefox(firefox, profile, through) as marionette:
            yield InFirefox(marionette, proxy)
