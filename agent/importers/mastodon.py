"""Mastodon: the archive of posts and boosts. Servers since 2024 write likes and boosts into it."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AliasChoices, BeforeValidator, Field

from agent.importers._archive import Archive
from agent.importers._counts import Seen
from agent.importers._dates import When
from agent.importers._html import words_of
from agent.importers._importer import Importer, Wishes
from agent.importers._json import json_records
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Shape, found_in, records_of
from agent.importers._text import beginning
from agent.schemas.engagement import Counts

_OUTBOX = r"outbox\.json"
_QUOTED = re.compile(r'<p class="quote-inline">.*?</p>', re.DOTALL)
_PUBLIC = {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"}


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value or ()


_Whom = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""Servers other than Mastodon write a single one without brackets."""


class _Collection(Shape):
    total: Seen = Field(None, validation_alias="totalItems")


class _Tag(Shape):
    type: str = ""
    href: str | None = None
    name: str | None = None


class _Note(Shape):
    id: str
    published: When
    url: str | None = None
    content: str | None = None
    summary: str | None = None
    answers: str | None = Field(None, validation_alias="inReplyTo")
    quotes: str | None = Field(None, validation_alias=AliasChoices("quote", "quoteUri"))
    tag: tuple[_Tag, ...] = ()
    likes: _Collection = _Collection()
    shares: _Collection = _Collection()


class _Activity(Shape):
    type: str
    to: _Whom = ()
    cc: _Whom = ()
    object: Any = None


def _knows(archive: Archive) -> bool:
    return any("OrderedCollection" in beginning(archive.open(name)) for name in archive.find(_OUTBOX))


def _near_miss(archive: Archive) -> str | None:
    if archive.find(r"(following|muted)_accounts\.csv"):
        return (
            "These are Mastodon's lists of accounts, which hold no posts: request your archive there too "
            "(Preferences, Import and export) and import that."
        )
    return None


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    def post(record: Record) -> Found | None:
        activity = _Activity.model_validate(record.data)
        if activity.type == "Announce":
            return LeftOut(why="repost", where=record.where)
        if activity.type != "Create":
            return None
        if not _PUBLIC & {*activity.to, *activity.cc}:
            return LeftOut(why="private", where=record.where)
        note = _Note.model_validate(activity.object)
        text = "\n\n".join(part for part in (note.summary, words_of(_own(note))) if part)
        if not text:
            return LeftOut(why="no_words", where=record.where)
        return ImportedPost(
            site="mastodon",
            source_id=note.id,
            text=text,
            posted_at=note.published,
            kind="reply" if note.answers else "share" if note.quotes else "post",
            permalink=note.url or note.id,
            parent_author=_author(note),
            parent_permalink=note.answers or note.quotes,
            counts=Counts(likes=note.likes.total, shares=note.shares.total),
            counted_at=archive.made_at,
        )

    outboxes = archive.find(_OUTBOX)
    yield from found_in(
        records_of(archive, outboxes, lambda stream, name: json_records(stream, name, "orderedItems")), post
    )


def _own(note: _Note) -> str:
    """The content without the line that stands for the quoted post where quotes aren't known."""
    content = note.content or ""
    return _QUOTED.sub("", content, count=1) if note.quotes else content


def _author(note: _Note) -> str | None:
    """Who wrote the parent, like `marten@other.example`: the mentioned whose address its own begins with."""
    for tag in note.tag:
        if note.answers and tag.type == "Mention" and tag.href and note.answers.startswith(f"{tag.href}/"):
            return (tag.name or "").removeprefix("@") or None
    return None


importer = Importer(
    name="mastodon",
    title="Mastodon",
    how_to_get="On your server: Preferences, Import and export, Request your archive.",
    files=(_OUTBOX,),
    knows=_knows,
    read=_read,
    near_miss=_near_miss,
)
