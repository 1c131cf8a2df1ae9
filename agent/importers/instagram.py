"""Instagram: posts, reels and comments; for professional accounts also what came back for posts."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import Field, ValidationError

from agent.importers._archive import Archive
from agent.importers._counts import Seen
from agent.importers._dates import When, when
from agent.importers._importer import Importer, Wishes
from agent.importers._meta import meta_records, why_not_read
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Records, Shape, found_in
from agent.importers._text import beginning
from agent.schemas.engagement import Counts

_POSTS = r"posts_\d+\.json"
_REELS = r"reels\.json"
_COMMENTS = r"(post|reels)_comments(_\d+)?\.json"
_INSIGHTS = r"posts\.json"
_ALL = (_POSTS, _REELS, _COMMENTS, _INSIGHTS)
_USER_NAME = re.compile(r"[\w.]{1,30}")
_OWNER = "Media Owner"
_SIGNS = ("creation_timestamp", "string_map_data", "organic_insights_posts")


class _Media(Shape):
    uri: str = ""
    made_at: When = Field(validation_alias="creation_timestamp")
    title: str = ""


class _Post(Shape):
    media: tuple[_Media, ...] = Field(min_length=1)
    title: str = ""
    made_at: When | None = Field(None, validation_alias="creation_timestamp")


class _Value(Shape):
    value: str = ""
    timestamp: int = 0


class _Comment(Shape):
    title: str = ""
    map: dict[str, _Value] = Field(validation_alias="string_map_data")


class _Number(Shape):
    value: Seen = None


class _Insight(Shape):
    pictures: dict[str, _Media] = Field(validation_alias="media_map_data", min_length=1)
    numbers: dict[str, _Number] = Field(validation_alias="string_map_data")


def _knows(archive: Archive) -> bool:
    return any(
        any(sign in start for sign in _SIGNS)
        for name in archive.find(*_ALL)
        for start in (beginning(archive.open(name)),)
    )


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    counted: dict[str, Record] = {}

    def insight(record: Record) -> None:
        found = _Insight.model_validate(record.data)
        picture = next(iter(found.pictures.values()))
        counted[picture.uri] = Record(record.where, (_Post(media=(picture,)), _counts(found)))

    def post(record: Record) -> Found:
        found = _Post.model_validate(record.data)
        known = counted.pop(found.media[0].uri, None)
        return _post_of(found, known.data[1] if known else Counts(), archive, record.where)

    def counted_post(record: Record) -> Found:
        found, counts = record.data
        return _post_of(found, counts, archive, record.where)

    yield from found_in(meta_records(archive, _INSIGHTS, key="organic_insights_posts"), insight)
    yield from found_in(meta_records(archive, _POSTS, _REELS, key="ig_reels_media"), post)
    # Those whose posts are in another zip of the same export.
    yield from found_in(iter(counted.values()), counted_post)
    label = _label_of_words(archive)
    yield from found_in(_comments(archive), lambda record: _comment(record, label))


def _post_of(post: _Post, counts: Counts, archive: Archive, where: str) -> Found:
    text = post.title or post.media[0].title
    if not text.strip():
        return LeftOut(why="no_words", where=where)
    return ImportedPost(
        site="instagram",
        text=text,
        posted_at=post.made_at or post.media[0].made_at,
        kind="post",
        counts=counts,
        counted_at=archive.made_at if counts.known else None,
    )


def _counts(insight: _Insight) -> Counts:
    by_name = {name.casefold(): number.value for name, number in insight.numbers.items()}
    return Counts(
        likes=by_name.get("likes"),
        replies=by_name.get("comments"),
        shares=by_name.get("shares"),
        views=by_name.get("views", by_name.get("impressions")),
    )


def _comments(archive: Archive) -> Records:
    return meta_records(archive, _COMMENTS, key="comments_.*")


def _comment(record: Record, label: str) -> Found:
    comment = _Comment.model_validate(record.data)
    texts = _texts(comment)
    text = texts.pop(label, "")
    if not text.strip():
        return LeftOut(why="no_words", where=record.where)
    return ImportedPost(
        site="instagram",
        text=text,
        posted_at=when(_time(comment.map)),
        kind="comment",
        parent_author=next(iter(texts.values()), comment.title) or None,
    )


def _time(entries: dict[str, _Value]) -> Any:
    stamps = [entry.timestamp for entry in entries.values() if entry.timestamp]
    # The oldest exports have the time as a text under its English name.
    return stamps[0] if stamps else entries.get("Time", _Value()).value


def _texts(comment: _Comment) -> dict[str, str]:
    """Comment and user name by their labels, also where one is empty."""
    return {name: each.value for name, each in comment.map.items() if not each.timestamp and name != "Time"}


def _label_of_words(archive: Archive) -> str:
    """What the account's language calls the comment: the other text is whose post it is, a user name.

    A picture has no words, and then the name may stand alone, so that one comment doesn't tell.
    """
    no_name: set[str] = set()
    comes_first: Counter[str] = Counter()
    for record in _comments(archive):
        try:
            texts = _texts(_Comment.model_validate(record.data)) if isinstance(record, Record) else {}
        except ValidationError:
            continue  # told when it is read
        for place, (label, text) in enumerate(texts.items()):
            comes_first[label] += len(texts) > 1 and place == 0
            if text and not _USER_NAME.fullmatch(text):
                no_name.add(label)
    del comes_first[_OWNER]
    return max(comes_first, key=lambda label: (label in no_name, comes_first[label]), default="")


importer = Importer(
    name="instagram",
    title="Instagram",
    how_to_get="On Instagram: Accounts Centre, Download your information, with the format JSON.",
    files=_ALL,
    knows=_knows,
    read=_read,
    near_miss=lambda archive: why_not_read(archive, "Instagram", _POSTS, _COMMENTS),
)
