"""How the tests' own servers hand out pages."""

from http.server import BaseHTTPRequestHandler


class PageHandler(BaseHTTPRequestHandler):
    """Answers each GET with `page`; says nothing itself, since pytest's output belongs to the tests."""

    def page(self) -> tuple[str, bytes]:
        """The media type and the text, in UTF-8, of what is asked for by `path`."""
        raise NotImplementedError

    def do_GET(self) -> None:
        """Hand it out whole."""
        kind, body = self.page()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing."""
