"""Threads: posts and replies, inside the export of Instagram. What a reply answers isn't in it."""

from collections.abc import Iterator

from pydantic import Field

from agent.importers._archive import Archive
from agent.importers._dates import When
from agent.importers._importer import Importer, Wishes
from agent.importers._meta import meta_records, why_not_read
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Shape, found_in
from agent.importers._text import beginning

_POSTS = r"threads_and_replies(_\d+)?\.json"


class _App(Shape):
    is_reply: bool = False


class _Media(Shape):
    title: str = ""
    made_at: When = Field(validation_alias="creation_timestamp")
    app: _App = Field(_App(), validation_alias="text_app_post")


class _Post(Shape):
    media: list[_Media] = Field(min_length=1)
    title: str = ""
    made_at: When | None = Field(None, validation_alias="creation_timestamp")


def _knows(archive: Archive) -> bool:
    return any("text_post_app_" in beginning(archive.open(name)) for name in archive.find(_POSTS))


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    yield from found_in(meta_records(archive, _POSTS, key="text_post_app_.*"), _post)


def _post(record: Record) -> Found:
    post = _Post.model_validate(record.data)
    first = post.media[0]
    # A post with one picture has its words at the picture, one with several at the post.
    text = post.title or first.title
    if not text.strip():
        return LeftOut(why="no_words", where=record.where)
    return ImportedPost(
        site="threads",
        text=text,
        posted_at=post.made_at or first.made_at,
        kind="reply" if first.app.is_reply else "post",
    )


importer = Importer(
    name="threads",
    title="Threads",
    how_to_get="On Instagram: Accounts Centre, Download your information, with the format JSON.",
    files=(_POSTS,),
    knows=_knows,
    read=_read,
    near_miss=lambda archive: why_not_read(archive, "Threads", _POSTS),
)
