"""Facebook: posts and comments, also in groups and on others' pages. No ids, no addresses, no counts."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from pydantic import Field

from agent.importers._archive import Archive, own_name
from agent.importers._dates import When
from agent.importers._importer import Importer, Wishes
from agent.importers._meta import label_texts, meta_records, why_not_read
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Shape, found_in
from agent.importers._text import beginning

_POSTS = r"your_posts.*\.json"
_OTHERS = r"posts_on_other_pages_and_profiles\.json"
_GROUP_POSTS = r"group_posts_and_comments\.json"
_COMMENTS = r"comments\.json"
_GROUP_COMMENTS = r"your_comments_in_groups\.json"
_ALL = (_POSTS, _OTHERS, _GROUP_POSTS, _COMMENTS, _GROUP_COMMENTS)
_KEY = r"(group_)?(comments|posts)(_v\d+)?"
_TARGET = "Target"
_WHOSE = re.compile(r"(?:commented on|replied to) (?!his own|her own|their own)(.+?)['\u2019]s ")


class _Comment(Shape):
    comment: str = ""


class _Part(Shape):
    post: str | None = None
    comment: _Comment | None = None


class _Media(Shape):
    description: str = ""


class _Attached(Shape):
    media: _Media | None = None


class _Attachment(Shape):
    data: tuple[_Attached, ...] = ()


class _Entry(Shape):
    made_at: When = Field(validation_alias="timestamp")
    title: str = ""
    data: tuple[_Part, ...] = ()
    attachments: tuple[_Attachment, ...] = ()


def _knows(archive: Archive) -> bool:
    return any('"timestamp"' in beginning(archive.open(name)) for name in archive.find(*_ALL))


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    others = _labels_of_others(archive)

    def post(record: Record) -> Found:
        entry = _Entry.model_validate(record.data)
        text = next((part.post for part in entry.data if part.post), "")
        if not text and any(part.comment for part in entry.data):
            return _found(record, entry, _commented(entry), answers=True)
        return _found(record, entry, text or _caption(entry) or label(record.data), answers=False)

    def comment(record: Record) -> Found:
        entry = _Entry.model_validate(record.data)
        return _found(record, entry, _commented(entry) or label(record.data), answers=True)

    def label(record: Any) -> str:
        return next((text for name, text in label_texts(record) if name not in others), "")

    posts = meta_records(archive, _POSTS, _OTHERS, _GROUP_POSTS, key=_KEY)
    comments = meta_records(archive, _COMMENTS, _GROUP_COMMENTS, key=_KEY)
    yield from found_in(posts, post)
    yield from found_in(comments, comment)


def _labels_of_others(archive: Archive) -> set[str]:
    """What the account's language calls all but the words in the newer shape: it comes after them."""
    names = [name for name in archive.find(*_ALL) if '"label_values"' in beginning(archive.open(name))]
    files = [re.escape(own_name(name)) for name in names]
    records = meta_records(archive, *files, key=_KEY) if files else iter(())
    texts = (label_texts(each.data) for each in records if isinstance(each, Record))
    return {_TARGET, *(name for each in texts for name, _ in islice(each, 1, None))}


def _commented(entry: _Entry) -> str:
    return next((part.comment.comment for part in entry.data if part.comment), "")


def _found(record: Record, entry: _Entry, text: str, answers: bool) -> Found:
    if not text.strip():
        return LeftOut(why="no_words", where=record.where)
    whose = _WHOSE.search(entry.title) if answers else None
    return ImportedPost(
        site="facebook",
        text=text,
        posted_at=entry.made_at,
        kind="comment" if answers else "post",
        parent_author=whose[1] if whose else None,
    )


def _caption(entry: _Entry) -> str:
    attached = (each.media for attachment in entry.attachments for each in attachment.data)
    return next((media.description for media in attached if media and media.description), "")


importer = Importer(
    name="facebook",
    title="Facebook",
    how_to_get="On Facebook: Settings, Download your information, with the format JSON.",
    files=_ALL,
    knows=_knows,
    read=_read,
    near_miss=lambda archive: why_not_read(archive, "Facebook", *_ALL),
)
