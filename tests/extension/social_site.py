"""A small community site on loopback: the saved pages of tests/pages, and what happens after a post."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from tests.servers.in_background import in_background

PAGES = Path(__file__).parents[1] / "pages"
SHOWN = {"page": "page/forum.html", "spirit": "spirit/topic.html", "wordpress": "wordpress/classic.html"}
Mood = Literal["takes posts", "refuses posts", "holds posts", "shows nothing"]


class SocialSite(ThreadingHTTPServer):
    """Serves /page/, /wordpress/ and so on; `mood` says how it treats the next posts."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.mood: Mood = "takes posts"
        self.comments: list[str] = []
        self.unshown: list[str] = []

    @property
    def origin(self) -> str:
        """A host of its own, so that its permission is not the agent's."""
        return f"http://social.localhost:{self.server_port}"

    def show_all(self) -> None:
        """Show what was kept back so far."""
        self.comments += self.unshown
        self.unshown.clear()

    def url(self, page: str) -> str:
        """Address of one of the saved pages."""
        return f"{self.origin}/{page}/"


class _Handler(BaseHTTPRequestHandler):
    server: SocialSite

    def do_GET(self) -> None:
        """A saved page; on /wordpress/ with the comments that were posted."""
        name = urlsplit(self.path).path.strip("/")
        if name not in SHOWN:
            self._answer(404, "<title>Not here</title>")
            return
        page = (PAGES / SHOWN[name]).read_text(encoding="utf-8")
        comments = "".join(_comment(number, text) for number, text in enumerate(self.server.comments, 101))
        self._answer(200, page.replace("<!-- new comments -->", comments))

    def do_POST(self) -> None:
        """A post: JSON-less for /page/answers, WordPress's form otherwise."""
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.path == "/page/answers":
            self._answer(500 if self.server.mood == "refuses posts" else 200, "")
            return
        if self.server.mood == "refuses posts":
            self._answer(409, "<title>Error</title><p>Duplicate comment detected.</p>")
            return
        if self.server.mood == "shows nothing":
            self.server.unshown.append(parse_qs(sent)["comment"][0])
            self.send_response(302)
            self.send_header("Location", "/wordpress/")
            self.end_headers()
            return
        self.server.comments.append(parse_qs(sent)["comment"][0])
        number = 100 + len(self.server.comments)
        held = f"?unapproved={number}&moderation-hash=secret" if self.server.mood == "holds posts" else ""
        self.send_response(302)
        self.send_header("Location", f"/wordpress/{held}#comment-{number}")
        self.end_headers()

    def _answer(self, status: int, page: str) -> None:
        body = page.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing: pytest's output belongs to the tests."""


def _comment(number: int, text: str) -> str:
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in text.split("\r\n\r\n"))
    return (
        f'<li id="comment-{number}" class="comment depth-1"><article class="comment-body">'
        f'<div class="comment-author"><b class="fn">You</b></div>'
        f'<div class="comment-content">{paragraphs}</div></article></li>'
    )


@contextmanager
def social_site() -> Iterator[SocialSite]:
    """Run the site."""
    with in_background(SocialSite()) as server:
        yield server
