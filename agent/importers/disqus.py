"""Disqus: the export of a site's owner, with everybody's comments. No votes are in it."""

import io
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from agent.importers._archive import Archive
from agent.importers._counts import exactly
from agent.importers._dates import when
from agent.importers._html import words_of_typed
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut
from agent.importers._records import Record, Records, found_in, records_of
from agent.importers._text import beginning
from agent.importers._xml import text_in, xml_records
from agent.schemas.engagement import Counts

_EXPORT = r".*\.xml"
_NS = "{http://disqus.com}"
_ID = "{http://disqus.com/disqus-internals}id"
_TAGS = {f"{_NS}thread", f"{_NS}post"}


class _Overview:
    """What must be known before the comments are read: threads, whose comments are wanted, who answered."""

    def __init__(self, records: Records, me: str | None) -> None:
        self.threads: dict[str, tuple[str, str]] = {}
        self.replies: Counter[str] = Counter()
        self._owners: set[str] = set()
        self._me = me.casefold() if me else None
        self._parents_of: dict[str, set[str]] = {}
        for record in records:
            if isinstance(record, Record):
                self._take(record.data)

    @property
    def me(self) -> str | None:
        """The person's name in small letters: as they say, or who opened all threads."""
        return self._me or (next(iter(self._owners)) if len(self._owners) == 1 else None)

    @property
    def owners(self) -> str:
        return ", ".join(sorted(self._owners)[:10]) or "none is named"

    def wants(self, post: str) -> bool:
        """Whether the person answered this comment."""
        return post in self._parents_of.get(self.me or "", ())

    def _take(self, element: Element) -> None:
        names = _names_of(element)
        if element.tag == f"{_NS}thread":
            link, title = text_in(element, f"{_NS}link"), text_in(element, f"{_NS}title")
            self.threads[element.get(_ID, "")] = (link, title)
            self._owners |= set(names[:1])
        elif parent := _reference(element, "parent"):
            self.replies[parent] += _is_shown(element)
            for name in names:
                self._parents_of.setdefault(name, set()).add(parent)


def _names_of(element: Element) -> list[str]:
    """User name and shown name of an author, in small letters; the user name first."""
    author = element.find(f"{_NS}author")
    if author is None:
        return []
    found = (text_in(author, f"{_NS}{tag}").casefold() for tag in ("username", "name"))
    return [name for name in found if name]


def _knows(archive: Archive) -> bool:
    return any("http://disqus.com" in beginning(archive.open(name)) for name in archive.find(_EXPORT))


def _records(stream: io.BufferedReader, name: str) -> Records:
    return xml_records(stream, name, _TAGS)


def _read(archive: Archive, wishes: Wishes) -> Iterator[Found]:
    for name in archive.find(_EXPORT):
        overview = _Overview(records_of(archive, [name], _records), wishes.me)
        if overview.me is None:
            sentence = f"Several people opened threads here ({overview.owners}): say which name is yours."
            yield ImportProblem(kind="unanswered", where=name, sentence=sentence, asks=("me",))
            continue
        yield from _posts(archive, name, overview)


def _posts(archive: Archive, name: str, overview: _Overview) -> Iterator[Found]:
    answered: dict[str, tuple[str, str]] = {}

    def post(record: Record) -> Found | None:
        element: Element = record.data
        if element.tag != f"{_NS}post":
            return None
        number = element.get(_ID, "")
        text = words_of_typed(text_in(element, f"{_NS}message"))
        if overview.wants(number):
            author = element.find(f"{_NS}author")
            answered[number] = (text, text_in(author, f"{_NS}name") if author is not None else "")
        if overview.me not in _names_of(element):
            return LeftOut(why="by_others", where=record.where)
        if not _is_shown(element):
            return LeftOut(why="deleted", where=record.where)
        link, title = overview.threads.get(_reference(element, "thread"), ("", ""))
        parent = _reference(element, "parent")
        parent_text, parent_author = answered.get(parent, (None, None))
        return ImportedPost(
            site="disqus",
            source_id=number or None,
            text=text,
            posted_at=when(text_in(element, f"{_NS}createdAt")),
            kind="reply" if parent else "comment",
            permalink=f"{link}#comment-{number}",
            parent_text=parent_text,
            parent_author=parent_author,
            parent_permalink=f"{link}#comment-{parent}" if parent else link,
            thread_title=title,
            counts=Counts(replies=exactly(overview.replies[number])),
            counted_at=archive.made_at,
        )

    yield from found_in(records_of(archive, [name], _records), post)


def _is_shown(element: Element) -> bool:
    return "true" not in (text_in(element, f"{_NS}isDeleted"), text_in(element, f"{_NS}isSpam"))


def _reference(element: Element, tag: str) -> str:
    found = element.find(f"{_NS}{tag}")
    return found.get(_ID, "") if found is not None else ""


importer = Importer(
    name="disqus",
    title="Disqus",
    how_to_get="In Disqus's administration of your site: Community, Export.",
    files=(_EXPORT,),
    knows=_knows,
    read=_read,
)
