"""A web archive to read: a zip with a page for each year, that needs neither Pitch In nor a network."""

import io
import zipfile
from collections.abc import Iterator

from markupsafe import Markup, escape

from agent.exporters._exporter import Exporter
from agent.exporters._whole_log import WholeLog, latest_counts
from agent.store.documents import Document

_STYLE = """\
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid #8886; padding: 1rem 0; }
blockquote { margin: 0 0 .75rem; padding-left: .75rem; border-left: 3px solid #8888; opacity: .8; }
.text, blockquote { white-space: pre-wrap; overflow-wrap: anywhere; }
footer { font-size: .875rem; opacity: .8; }
"""
_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'"
_PAGE = Markup("""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<h1>{title}</h1>
""")
_ARTICLE = Markup("""\
<article id="p{id}">
{title}{answering}{quoted}<div class="text">{text}</div>
<footer>{facts}</footer>
</article>
""")
_FIRST = "index.html"
_END = "</body>\n</html>\n"


class _Written(io.RawIOBase):
    """Takes what the zip writes, until it is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[bytes] = []

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: object) -> int:
        """Hold these bytes."""
        held = bytes(data)  # type: ignore[call-overload]
        self._held.append(held)
        return len(held)

    def fetch(self) -> bytes:
        """What was written since the last time."""
        held, self._held = self._held, []
        return b"".join(held)


def _write(log: WholeLog) -> Iterator[bytes]:
    written = _Written()
    years = log.years()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("style.css", _STYLE)
        packed.writestr(_FIRST, _index(years))
        for year in years:
            with packed.open(f"{year}.html", "w", force_zip64=True) as page:
                page.write(_head(f"Posts of {year}").encode())
                page.write(f'<p><a href="{_FIRST}">All years</a></p>\n'.encode())
                for post in log.posts_of_year(year):
                    page.write(_article(post).encode())
                    yield written.fetch()
                page.write(_END.encode())
    yield written.fetch()


def _head(title: str) -> str:
    return _PAGE.format(policy=_POLICY, title=title)


def _index(years: dict[str, int]) -> str:
    lines = (
        f'<li><a href="{year}.html">{year}</a>: {number:,} post{"" if number == 1 else "s"}</li>\n'
        for year, number in years.items()
    )
    return f"{_head('My posts')}<ul>\n{''.join(lines)}</ul>\n{_END}"


def _article(post: Document) -> str:
    who = post.get("parent_author") or ("somebody" if post.get("parent_text") else "")
    quoted = (
        Markup("<blockquote>{}</blockquote>\n").format(post["parent_text"]) if post.get("parent_text") else ""
    )
    title = Markup("<h2>{}</h2>\n").format(post["thread_title"]) if post.get("thread_title") else ""
    answering = Markup("<p>Answering {}:</p>\n").format(who) if who else ""
    return _ARTICLE.format(
        id=post["id"], title=title, answering=answering, quoted=quoted, text=post["text"], facts=_facts(post)
    )


def _facts(post: Document) -> Markup:
    facts = [escape(f"{post['posted_at'][:16].replace('T', ' ')} UTC")]
    if post.get("site"):
        facts.append(escape(post["site"]))
    facts += [escape(f"{number:,} {name}") for name, number in latest_counts(post).items()]
    if post.get("headline"):
        facts.append(escape(post["headline"]))
    if post.get("permalink"):
        facts.append(Markup('<a href="{}" rel="noreferrer">on the site</a>').format(post["permalink"]))
    return Markup(" · ").join(facts)


exporter = Exporter(
    name="html",
    title=f"A web archive to read, a page for each year: unpack the zip, and open {_FIRST} first",
    ending="zip",
    media_type="application/zip",
    write=_write,
    first=_FIRST,
)
