"""Hacker News has no export; this reads what its two programming interfaces answer, saved as JSON."""

import io
from collections.abc import Iterator
from typing import Any

from pydantic import AliasChoices, Field

from agent.importers._archive import Archive
from agent.importers._counts import Seen
from agent.importers._dates import When
from agent.importers._guard import Unreadable
from agent.importers._html import words_of
from agent.importers._importer import Importer, Wishes
from agent.importers._json import json_whole
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of
from agent.importers._text import beginning
from agent.schemas.engagement import Counts

_SAVED = r".*\.json"
_ITEM = "https://news.ycombinator.com/item?id="


class _Item(Shape):
    id: str = Field(validation_alias=AliasChoices("objectID", "id"), pattern=r"^\d+$")
    author: str = Field("", validation_alias=AliasChoices("author", "by"))
    made_at: When = Field(validation_alias=AliasChoices("created_at_i", "time"))
    title: str | None = None
    text: str | None = Field(None, validation_alias=AliasChoices("comment_text", "story_text", "text"))
    url: str | None = None
    parent: str | None = Field(None, validation_alias=AliasChoices("parent_id", "parent"))
    story: str | None = Field(None, validation_alias="story_title")
    points: Seen = Field(None, validation_alias=AliasChoices("points", "score"))
    replies: Seen = Field(None, validation_alias=AliasChoices("num_comments", "descendants"))
    gone: bool = Field(False, validation_alias=AliasChoices("deleted", "dead"))


def _knows(archive: Archive) -> bool:
    return any(_is_answer(beginning(archive.open(name))) for name in archive.find(_SAVED)[:20])


def _is_answer(start: str) -> bool:
    from_search = '"objectID"' in start and ("comment_text" in start or "story_" in start)
    from_item = '"by"' in start and '"type"' in start and '"time"' in start
    return from_search or from_item


def _read(archive: Archive, wishes: Wishes) -> Iterator[Found]:
    authors = _authors(archive)
    if not wishes.me and len(authors) > 1:
        names = ", ".join(sorted(authors)[:10])
        sentence = f"Several people wrote what was saved here ({names}): say which name is yours."
        yield ImportProblem(kind="unanswered", where=archive.label, sentence=sentence, asks=("me",))
        return

    def post(record: Record) -> Found:
        item = _Item.model_validate(record.data)
        if item.gone:
            return LeftOut(why="deleted", where=record.where)
        if wishes.me and item.author.casefold() != wishes.me.casefold():
            return LeftOut(why="by_others", where=record.where)
        parts = (item.title, words_of(item.text or ""), item.url if item.title else None)
        text = "\n\n".join(part for part in parts if part)
        if not text:
            return LeftOut(why="no_words", where=record.where)
        return ImportedPost(
            site="hackernews",
            source_id=item.id,
            text=text,
            posted_at=item.made_at,
            kind="comment" if item.parent else "post",
            permalink=f"{_ITEM}{item.id}",
            parent_permalink=f"{_ITEM}{item.parent}" if item.parent else None,
            thread_title=item.story if item.parent else None,
            counts=Counts(likes=item.points, replies=item.replies),
            counted_at=archive.made_at,
        )

    yield from found_in(_records(archive), post)


def _records(archive: Archive) -> Records:
    return records_of(archive, archive.find(_SAVED), _items)


def _authors(archive: Archive) -> set[str]:
    """Who wrote what is in it."""
    items = (each.data for each in _records(archive) if isinstance(each, Record))
    found = (str(item.get("author") or item.get("by") or "") for item in items if isinstance(item, dict))
    return {author for author in found if author}


def _items(stream: io.BufferedReader, name: str) -> Records:
    saved: Any = json_whole(stream, name)
    if isinstance(saved, dict):
        saved = saved.get("hits", [saved])
    if not isinstance(saved, list):
        raise Unreadable(f"{name} isn't an answer of Hacker News, so it was not read.")
    yield from (Record(f"{name}, record {at}", each) for at, each in enumerate(saved, 1))


importer = Importer(
    name="hackernews",
    title="Hacker News",
    how_to_get="Save the answer of hn.algolia.com's search_by_date for your comments as JSON.",
    files=(_SAVED,),
    knows=_knows,
    read=_read,
)
