"""X, formerly Twitter: the archive since 2018, in all its layouts, with long posts and communities.

Source of the format: X's own README.txt in the archive, and parsers of 2022 to 2026.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from pydantic import AliasChoices, Field, ValidationError

from agent.importers._archive import Archive
from agent.importers._counts import Seen
from agent.importers._dates import When
from agent.importers._guard import Unreadable
from agent.importers._importer import Importer, Wishes
from agent.importers._json import json_records, json_whole
from agent.importers._record import Found, ImportedPost, LeftOut
from agent.importers._records import Record, Shape, found_in, records_of
from agent.importers._text import beginning
from agent.schemas.engagement import Counts
from nlp.review import Kind

_TWEETS = r"(community-)?tweets?(-part\d+)?\.js"
_NOTES = r"note-tweet(-part\d+)?\.js"
_RETWEET = re.compile(r"RT @\w+:? ")
_MENTIONS = re.compile(r"(?:@\w+\s+)+")
_CUT = re.compile(r"…(?:\s*https?://\S+)*\s*$")
_QUOTED = re.compile(r"https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/(\w+)/status/\d+\S*$")
"""The address of a quoted post, which X puts at the end of the words."""
_NOTE_WITHIN = timedelta(seconds=5)


class _Url(Shape):
    url: str = Field("", validation_alias=AliasChoices("url", "shortUrl", "short_url"))
    expanded: str | None = Field(None, validation_alias=AliasChoices("expanded_url", "expandedUrl"))


class _Entities(Shape):
    urls: tuple[_Url, ...] = ()
    media: tuple[_Url, ...] = ()


class _Tweet(Shape):
    id: str = Field(validation_alias=AliasChoices("id_str", "id"), pattern=r"^\d+$")
    created_at: When
    text: str = Field(validation_alias=AliasChoices("full_text", "text"))
    likes: Seen = Field(None, validation_alias="favorite_count")
    shares: Seen = Field(None, validation_alias="retweet_count")
    answers: str | None = Field(
        None, validation_alias=AliasChoices("in_reply_to_status_id_str", "in_reply_to_status_id")
    )
    answers_whom: str | None = Field(None, validation_alias="in_reply_to_screen_name")
    entities: _Entities = _Entities()


class _Core(Shape):
    text: str
    urls: tuple[_Url, ...] = ()


class _Note(Shape):
    created_at: When = Field(validation_alias="createdAt")
    core: _Core


class _Notes:
    """The whole texts of long posts. Their file names no post, so they are found by their time."""

    def __init__(self, archive: Archive) -> None:
        found: list[tuple[datetime, str]] = []
        for record in records_of(archive, archive.find(_NOTES), json_records):
            if isinstance(record, Record):
                try:
                    note = _Note.model_validate(_inside(record.data, "noteTweet"))
                except ValidationError:
                    continue  # its post stays as long as it is in tweets.js
                found.append((note.created_at, _expanded(note.core.text, note.core.urls)))
        self._found = sorted(found)

    def whole(self, tweet: _Tweet, text: str) -> str:
        """The whole text of a post that is cut off, else `text`."""
        if not _CUT.search(text):
            return text
        start = _MENTIONS.sub("", text, count=1)[:20]
        first = bisect_left(self._found, (tweet.created_at - _NOTE_WITHIN, ""))
        near = [
            (not note.startswith(start), abs(made - tweet.created_at), note)
            for made, note in self._found[first : first + 20]
            if abs(made - tweet.created_at) <= _NOTE_WITHIN
        ]
        return min(near)[2] if near else text


def _knows(archive: Archive) -> bool:
    return any("YTD." in beginning(archive.open(name), 200) for name in archive.find(_TWEETS))


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    name, made_at = _facts(archive)
    notes = _Notes(archive)

    def post(record: Record) -> Found:
        tweet = _Tweet.model_validate(_inside(record.data, "tweet"))
        if _RETWEET.match(tweet.text):
            return LeftOut(why="repost", where=record.where)
        text = notes.whole(tweet, _text(tweet))
        if not text:
            return LeftOut(why="no_words", where=record.where)
        kind, whom, where = _answered(tweet, text)
        if text == where:
            return LeftOut(why="repost", where=record.where)
        return ImportedPost(
            site="x",
            source_id=tweet.id,
            text=text,
            posted_at=tweet.created_at,
            kind=kind,
            permalink=permalink(name, tweet.id),
            parent_author=whom,
            parent_permalink=where,
            counts=Counts(likes=tweet.likes, shares=tweet.shares),
            counted_at=made_at,
        )

    yield from found_in(records_of(archive, archive.find(_TWEETS), json_records), post)


def _answered(tweet: _Tweet, text: str) -> tuple[Kind, str | None, str | None]:
    """The kind of a post, and whose post it answers or quotes, and where that is."""
    if tweet.answers:
        return "reply", tweet.answers_whom, permalink(tweet.answers_whom, tweet.answers)
    if quoted := _QUOTED.search(text):
        return "share", quoted[1], quoted[0]
    return "post", None, None


def permalink(name: str | None, post_id: str) -> str:
    """Where a post can be seen; X finds it without the name too."""
    return f"https://x.com/{name or 'i/web'}/status/{post_id}"


def unescaped(text: str) -> str:
    """X escapes these three in texts, and nothing else."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _text(tweet: _Tweet) -> str:
    text = tweet.text
    for media in tweet.entities.media:
        text = text.removesuffix(media.url).rstrip() if media.url else text
    return unescaped(_expanded(text, tweet.entities.urls)).strip()


def _expanded(text: str, urls: Iterable[_Url]) -> str:
    for each in urls:
        if each.url and each.expanded:
            text = text.replace(each.url, each.expanded)
    return text


def _facts(archive: Archive) -> tuple[str | None, datetime | None]:
    """The writer's name on X, and when the archive was made."""
    name: str | None = None
    made_at = archive.made_at
    for account in records_of(archive, archive.find(r"account\.js"), json_records):
        if isinstance(account, Record):
            try:
                known = _Account.model_validate(_inside(account.data, "account") or {})
            except ValidationError:
                continue  # the manifest names the writer, too
            name = known.username or name
    for manifest in archive.find(r"manifest\.js"):
        try:
            with archive.open(manifest) as stream:
                facts = _Manifest.model_validate(json_whole(stream, manifest))
        except (Unreadable, ValidationError):
            continue  # without it the posts are as good
        name = name or facts.user.username
        made_at = facts.archive.made_at or made_at
    return name, made_at


class _Account(Shape):
    username: str | None = None


class _User(Shape):
    username: str | None = Field(None, validation_alias="userName")


class _Made(Shape):
    made_at: When | None = Field(None, validation_alias="generationDate")


class _Manifest(Shape):
    user: _User = Field(_User(), validation_alias="userInfo")
    archive: _Made = Field(_Made(), validation_alias="archiveInfo")


def _inside(data: Any, key: str) -> Any:
    """What is in the wrapper that most records have; the oldest have none."""
    return data.get(key, data) if isinstance(data, dict) else data


importer = Importer(
    name="x",
    title="X (Twitter)",
    how_to_get="On X: Settings, Your account, Download an archive of your data.",
    files=(_TWEETS, _NOTES),
    knows=_knows,
    read=_read,
)
