"""A go-between on loopback that passes calls to the agent, and can hold them or cut them off."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.servers.in_background import in_background

Call = tuple[str, str, bytes]
"""Method, path and body."""


def let_pass(_: Call) -> None:
    """The hook that does nothing."""


class CutOffError(Exception):
    """Raised by a hook: the browser gets no answer."""


class GoBetween(ThreadingHTTPServer):
    """Passes each call on.

    `before_answer` is called when the agent has answered and the browser hasn't heard it yet.
    """

    daemon_threads = True

    def __init__(self, agent: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.agent = agent.removeprefix("http://")
        self.calls: list[Call] = []
        self.before_answer: Callable[[Call], None] = let_pass
        self.agent_is_away = False

    @property
    def address(self) -> str:
        """Where the extension finds the agent."""
        return f"http://127.0.0.1:{self.server_port}"

    def drafts(self) -> list[bytes]:
        """What was sent to be reviewed."""
        return [body for method, path, body in self.calls if path == "/v1/reviews" and method == "POST"]

    def verify_request(self, request: object, client_address: object) -> bool:  # noqa: ARG002
        """While the agent is away, end each call without an answer."""
        return not self.agent_is_away

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser may end a call."""


class _Handler(BaseHTTPRequestHandler):
    server: GoBetween

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        call = (self.command, self.path, body)
        self.server.calls.append(call)
        connection = HTTPConnection(self.server.agent, timeout=60)
        headers = dict(self.headers.items()) | {"Host": self.server.agent}
        try:
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
            self.server.before_answer(call)
            self._answer(answer, content)
        except (OSError, CutOffError):
            self.close_connection = True
        finally:
            connection.close()

    do_GET = do_POST = do_PUT = do_DELETE = do_OPTIONS = _pass_on  # noqa: N815 - the base class's names

    def _answer(self, answer: HTTPResponse, content: bytes) -> None:
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing: pytest's output belongs to the tests."""


@contextmanager
def go_between(agent: str) -> Iterator[GoBetween]:
    """Run one."""
    with in_background(GoBetween(agent)) as server:
        yield server
