"""Stack Exchange: the history of one's questions and answers, of which the last text counts. No scores."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

from pydantic import Field, ValidationError

from agent.importers._archive import Archive
from agent.importers._dates import When
from agent.importers._importer import Importer, Wishes
from agent.importers._json import json_records
from agent.importers._record import Found, ImportedPost, LeftOut, misshapen
from agent.importers._records import Record, Shape, records_of
from agent.importers._text import beginning

_HISTORY = r"PostHistory\.json"


class _Change(Shape):
    type: str
    post: str = Field(validation_alias="postId")
    made_at: When = Field(validation_alias="creationDate")
    text: str | None = None


class _Post:
    """What a post's changes come to. They may come in any order."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.made_at: datetime | None = None
        self._last_deletion = (datetime.min.replace(tzinfo=UTC), False)
        self._latest: dict[str, tuple[datetime, str]] = {}

    def take(self, change: _Change) -> None:
        """Keep what is newer than what was known."""
        part = change.type.casefold().rpartition(" ")[2]
        if part in ("title", "body"):
            self._latest[part] = max(
                self._latest.get(part, (change.made_at, "")), (change.made_at, change.text or "")
            )
        if part in ("deleted", "undeleted"):
            self._last_deletion = max(self._last_deletion, (change.made_at, part == "deleted"))
        if change.type.casefold().startswith("initial"):
            self.made_at = min(self.made_at or change.made_at, change.made_at)

    @property
    def deleted(self) -> bool:
        """Whether it is gone, as far as the person's own part in that tells."""
        return self._last_deletion[1]

    @property
    def title(self) -> str:
        """ "" for an answer."""
        return self._latest.get("title", ("", ""))[1]

    @property
    def text(self) -> str:
        """Title, where there is one, and body."""
        return "\n\n".join(part for part in (self.title, self._latest.get("body", ("", ""))[1]) if part)


def _knows(archive: Archive) -> bool:
    return any('"postId"' in beginning(archive.open(name)) for name in archive.find(_HISTORY))


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    for name in archive.find(_HISTORY):
        posts: dict[str, _Post] = {}
        for record in records_of(archive, [name], json_records):
            if not isinstance(record, Record):
                yield record
                continue
            try:
                change = _Change.model_validate(record.data)
            except ValidationError as error:
                yield misshapen(record.where, error)
            else:
                posts.setdefault(change.post, _Post(record.where)).take(change)
        site = PurePosixPath(name).parent.name
        yield from (found for number, post in posts.items() if (found := _found(number, post, site)))


def _found(number: str, post: _Post, site: str) -> Found | None:
    if post.made_at is None or not post.text.strip():
        return None  # somebody else's post that the person edited, or only its tags
    if post.deleted:
        return LeftOut(why="deleted", where=post.where)
    kind = "q" if post.title else "a"
    try:
        return ImportedPost(
            site="stackexchange",
            source_id=f"{site}/{number}",
            text=post.text,
            posted_at=post.made_at,
            kind="post" if post.title else "reply",
            permalink=f"https://{site}/{kind}/{number}" if "." in site else None,
        )
    except ValidationError as error:
        return misshapen(post.where, error)


importer = Importer(
    name="stackexchange",
    title="Stack Exchange",
    how_to_get="On stackoverflow.com/legal/gdpr/request, Request access to your data.",
    files=(_HISTORY,),
    knows=_knows,
    read=_read,
)
