"""Two pages that never rest, on which the extension's cost is measured: one feed, drawn in two ways.

10,000 nodes, a post that comes and one that goes 100 times a second, a plain field and a rich one. `bare` is
hand-written, and spends next to nothing; `built` is as sites are built: React draws the rows and controls the
plain field, and the rich one is Draft.js, all of it as for production.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from tests.extension.editors.editor_pages import bundle
from tests.servers.in_background import in_background
from tests.servers.page_handler import PageHandler

HERE = Path(__file__).parent
PAGES = {
    "bare": {"plain": "#plain", "rich": "#rich"},
    "built": {"plain": "#plain", "rich": "#rich .public-DraftEditor-content"},
}
"""Each page's fields."""


class _Feeds(PageHandler):
    bundles: Path

    def page(self) -> tuple[str, bytes]:
        """A page, or the script of the one that was built."""
        name = self.path.strip("/")
        if name.endswith(".js"):
            return "text/javascript", (self.bundles / name).read_bytes()
        return "text/html", (HERE / f"{name}.html").read_bytes()


@contextmanager
def served_feeds(folder: Path) -> Iterator[str]:
    """The origin that serves them, each at `/name`; the script is put together in the folder."""
    bundle([HERE / "built.js"], folder)
    handler = type("Handler", (_Feeds,), {"bundles": folder})
    with in_background(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as server:
        yield f"http://social.localhost:{server.server_port}"
