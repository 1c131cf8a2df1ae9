"""Pages with the real editors, as npm has them, each in the page, in an open shadow root and in a frame."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.servers.in_background import in_background
from tests.servers.page_handler import PageHandler

SOURCES = Path(__file__).with_name("pages")
MODULES = Path(__file__).parents[2] / "node_modules"
HELPERS = {"places", "draft-js-needs"}
EDITORS = sorted(path.stem for path in SOURCES.glob("*.js") if path.stem not in HELPERS)

PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title><link rel="icon" href="data:,">{style}</head>
<body>
{body}
<script src="/{name}.js"></script>
</body></html>
"""
BODY = """\
<main>
<form aria-label="Reply"><h2>Reply</h2><div id="light"></div><button type="button">Post reply</button></form>
<form aria-label="Reply"><h2>Reply</h2><div id="shadow"></div><button type="button">Post reply</button></form>
</main>
<iframe title="Reply" src="/{name}?framed" width="700" height="300"></iframe>
"""


class _Handler(PageHandler):
    bundles: Path

    def page(self) -> tuple[str, bytes]:
        """An editor's page, or its bundle."""
        parts = urlsplit(self.path)
        name = parts.path.strip("/")
        if parts.path.endswith((".js", ".css")):
            kind = "text/javascript" if name.endswith(".js") else "text/css"
            return kind, (self.bundles / name).read_bytes()
        styled = (self.bundles / f"{name}.css").exists()
        style = f'<link rel="stylesheet" href="/{name}.css">' if styled else ""
        body = "" if parts.query == "framed" else BODY.format(name=name)
        return "text/html", PAGE.format(name=name, style=style, body=body).encode()


def bundle(sources: Iterable[Path], folder: Path) -> None:
    """Make one script of each source and all that it needs. Raises CalledProcessError where npm lacks one."""
    command = [
        MODULES / ".bin" / "esbuild",
        *sources,
        "--bundle",
        "--minify",
        "--format=iife",
        "--log-level=error",
        '--define:process.env.NODE_ENV="production"',
        f"--outdir={folder}",
    ]
    subprocess.run(command, check=True, env={**os.environ, "NODE_PATH": str(MODULES)})


@contextmanager
def editor_pages(folder: Path) -> Iterator[str]:
    """Serve them; gives the origin."""
    bundle((SOURCES / f"{name}.js" for name in EDITORS), folder)
    handler = type("Handler", (_Handler,), {"bundles": folder})
    with in_background(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as server:
        yield f"http://social.localhost:{server.server_port}"
