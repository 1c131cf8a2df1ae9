"""Medium: stories and responses, a web page each. Claps aren't in it, nor what a response answers."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from pydantic import ValidationError

from agent.importers._archive import Archive, own_name
from agent.importers._dates import when
from agent.importers._guard import Unreadable
from agent.importers._html import words_of
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut, misshapen
from agent.importers._text import beginning, text_of

_PAGE = r"(draft_|\d{4}-\d\d-\d\d_).*-([0-9a-f]{6,12})\.html"
_LARGEST = 4 << 20


class _Story(HTMLParser):
    """Title, body, date and address of a page, found by the classes of microformats."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title = self.date = self.link = ""
        self._body_from: int | None = None
        self._body: tuple[int, int] | None = None
        self._depth = 0
        self._in_title = False
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._html = html
        self.feed(html)
        self.close()

    @property
    def body(self) -> str:
        """The HTML of the story, without the title that it repeats."""
        html = self._html[slice(*self._body)] if self._body else ""
        return re.sub(r'<h\d[^>]*class="[^"]*graf--title[^"]*"[^>]*>.*?</h\d>', "", html, flags=re.DOTALL)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        classes = facts.get("class", "").split()
        self._in_title = self._in_title or "p-name" in classes
        if "dt-published" in classes:
            self.date = facts.get("datetime", "")
        if "p-canonical" in classes:
            self.link = facts.get("href", "")
        if tag == "section":
            self._depth += 1
            if "e-content" in classes and self._body_from is None:
                self._body_from, self._body_depth = self._position(), self._depth

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1":
            self._in_title = False
        if tag == "section":
            if self._body_from is not None and self._body is None and self._depth == self._body_depth:
                self._body = (self._body_from, self._position())
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def _position(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _knows(archive: Archive) -> bool:
    return any(_is_story(beginning(archive.open(name))) for name in archive.find(_PAGE)[:5])


def _is_story(start: str) -> bool:
    return 'class="h-entry"' in start and "p-name" in start


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    for name in archive.find(_PAGE):
        if own_name(name).startswith("draft_"):
            yield LeftOut(why="unfinished", where=name)
            continue
        try:
            yield _found(archive, name)
        except Unreadable as error:
            yield ImportProblem(kind="unreadable", where=name, sentence=str(error))
        except ValidationError as error:
            yield misshapen(name, error)


def _found(archive: Archive, name: str) -> Found:
    with archive.open(name) as stream:
        html = text_of(stream).read(_LARGEST + 1)
    if len(html) > _LARGEST:
        raise Unreadable(f"{name} is larger than any story, so it was not read.")
    story = _Story(html)
    matched = re.fullmatch(_PAGE, own_name(name))
    number = matched[2] if matched else None
    # Pages of the first years have no date in them; their names have the day.
    date = when(story.date or own_name(name)[:10])
    title, body = story.title.strip(), words_of(story.body)
    # A response has no title of its own: what stands for it is its beginning.
    text = body if body.startswith(title) else "\n\n".join(part for part in (title, body) if part)
    if not text:
        return LeftOut(why="no_words", where=name)
    return ImportedPost(
        site="medium",
        source_id=number,
        text=text,
        posted_at=date,
        kind="post",
        permalink=story.link or (f"https://medium.com/p/{number}" if number else None),
    )


importer = Importer(
    name="medium",
    title="Medium",
    how_to_get="On Medium: Settings, Security and apps, Download your information.",
    files=(_PAGE,),
    knows=_knows,
    read=_read,
)
