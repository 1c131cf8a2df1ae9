"""A blog article served on loopback with the comment widget of a real Isso server under it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.servers.in_background import in_background
from tests.servers.process import answers, free_port, running
from tests.servers.site import AUTHOR, TEXT, TITLE, Site

# No moderation, and no limit on comments a minute: a test comments as fast as it can.
CONFIGURATION = """\
[general]
dbpath = {folder}/comments.db
host = {blog}
[server]
listen = {isso}
[moderation]
enabled = false
[guard]
enabled = false
[markup]
renderer = mistune
"""

STYLE = """\
body { margin: 0; background: #fff; color: #2b2a27; font: 17px/1.6 "Liberation Sans", system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1.5rem 12rem; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
header p { color: #6b675e; }
header a { color: inherit; }
#isso-thread { margin-top: 2.5rem; border-top: 1px solid #ddd8cc; }
"""

PAGE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title} | Fix it together</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="blog.css"></head>
<body>
<main>
<article>
<header><h1>{title}</h1><p>by <a rel="author" href="/">{author}</a></p></header>
<div class="entry-content"><p>{text}</p></div>
</article>
<section id="isso-thread" data-title="{title}"></section>
</main>
<script data-isso="{isso}/" src="{isso}/js/embed.min.js" async></script>
</body>
</html>
"""


class _Blog(SimpleHTTPRequestHandler):
    """A static web server that keeps quiet."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's word
        """Say nothing: pytest's output belongs to the tests."""


@contextmanager
def isso(folder: Path) -> Iterator[Site]:
    """Run Isso with an empty database in `folder`, and a blog beside it."""
    public = folder / "blog"
    public.mkdir()
    blog_server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Blog, directory=public))
    blog = f"http://127.0.0.1:{blog_server.server_port}"
    address = f"http://127.0.0.1:{free_port()}"
    page = PAGE.format(title=escape(TITLE), author=escape(AUTHOR), text=escape(TEXT), isso=address)
    (public / "repair-cafe.html").write_text(page, encoding="utf-8")
    (public / "blog.css").write_text(STYLE, encoding="utf-8")
    configuration = folder / "isso.cfg"
    configuration.write_text(CONFIGURATION.format(folder=folder, blog=blog, isso=address), encoding="utf-8")
    command = [sys.executable, "-c", "import isso; isso.main()", "-c", configuration, "run"]
    is_up = partial(answers, f"{address}/js/embed.min.js")
    with in_background(blog_server), running(command, folder / "isso.log", is_up):
        yield Site(url=f"{blog}/repair-cafe.html")
