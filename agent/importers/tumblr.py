"""Tumblr: the export of a blog. Its notes are likes, replies and reblogs in one number, so they aren't taken.

No real export was at hand: the names come from Tumblr's first programming interface, which the file follows.
"""

import io
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from agent.importers._archive import Archive, own_name
from agent.importers._dates import when
from agent.importers._guard import Unreadable
from agent.importers._html import words_of
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Records, found_in, records_of
from agent.importers._text import beginning, text_of
from agent.importers._xml import text_in, xml_records

_POSTS = r"posts\.xml"
_PAGES = r"\d{6,}\.html"
_LARGEST_PAGE = 4 << 20
_PARTS = {
    "regular": ("regular-title", "regular-body"),
    "quote": ("quote-text", "quote-source"),
    "link": ("link-text", "link-url", "link-description"),
    "conversation": ("conversation-title", "conversation-text"),
    "photo": ("photo-caption",),
    "video": ("video-caption",),
    "audio": ("audio-caption",),
    "answer": ("answer",),
}
_FOOTER = re.compile(r'<div id="footer">.*', re.DOTALL)
_STAMP = re.compile(r'id="timestamp">\s*([^<]+?)\s*<')


def _knows(archive: Archive) -> bool:
    return any("<tumblr" in beginning(archive.open(name)) for name in archive.find(_POSTS)) or any(
        'id="footer"' in beginning(archive.open(name), 1 << 16) for name in archive.find(_PAGES)[:3]
    )


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    in_table: set[str] = set()

    def post(record: Record) -> Found | None:
        if record.data.tag != "post":
            return None
        in_table.add(record.data.get("id", ""))
        return _post(record)

    def pages(stream: io.BufferedReader, name: str) -> Records:
        html = text_of(stream).read(_LARGEST_PAGE + 1)
        if len(html) > _LARGEST_PAGE:
            raise Unreadable(f"{name} is larger than any post, so it was not read.")
        yield Record(name, html)

    tables = records_of(
        archive, archive.find(_POSTS), lambda stream, name: xml_records(stream, name, {"post"})
    )
    yield from found_in(tables, post)
    rest = [name for name in archive.find(_PAGES) if own_name(name).removesuffix(".html") not in in_table]
    yield from found_in(records_of(archive, rest, pages), _page)


def _post(record: Record) -> Found:
    element: Element = record.data
    if element.get("private") == "true" or element.get("state") == "private":
        return LeftOut(why="private", where=record.where)
    if element.get("state", "published") != "published":
        return LeftOut(why="unfinished", where=record.where)
    parts = _PARTS.get(element.get("type", ""), ())
    html = "<p>".join(part for tag in parts if (part := text_in(element, tag)))
    reblogged = element.get("reblogged-from-url")
    # A reblog quotes what it repeats; the person's own words come after it.
    text = words_of(html.rpartition("</blockquote>")[2] if reblogged else html)
    if not text:
        return LeftOut(why="repost" if reblogged else "no_words", where=record.where)
    answers = element.get("type") == "answer"
    return ImportedPost(
        site="tumblr",
        source_id=element.get("id"),
        text=text,
        posted_at=when(element.get("unix-timestamp") or element.get("date-gmt") or ""),
        kind="share" if reblogged else "reply" if answers else "post",
        permalink=element.get("url-with-slug") or element.get("url"),
        parent_text=words_of(text_in(element, "question")) or None if answers else None,
        parent_author=element.get("reblogged-from-name"),
        parent_permalink=reblogged,
    )


def _page(record: Record) -> Found:
    text = words_of(_FOOTER.sub("", record.data))
    if not text:
        return LeftOut(why="no_words", where=record.where)
    stamp = _STAMP.search(record.data)
    return ImportedPost(
        site="tumblr",
        source_id=own_name(record.where).removesuffix(".html"),
        text=text,
        posted_at=when(stamp[1] if stamp else ""),
        kind="post",
    )


importer = Importer(
    name="tumblr",
    title="Tumblr",
    how_to_get="On Tumblr: the blog's settings, Export.",
    files=(_POSTS, _PAGES),
    knows=_knows,
    read=_read,
)
