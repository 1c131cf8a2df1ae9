"""Bluesky: the repository, a CAR file with everything that the account wrote. It holds no counts.

Source of the format: the AT Protocol's specification of repositories (CAR version 1, DAG-CBOR blocks, a
Merkle search tree from record keys to blocks).
"""

import hashlib
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from libipld import decode_dag_cbor
from pydantic import Field

from agent.importers._archive import Archive
from agent.importers._dates import moment
from agent.importers._guard import Unreadable
from agent.importers._importer import Importer, Wishes
from agent.importers._record import Found, ImportedPost, ImportProblem, LeftOut
from agent.importers._records import Record, Records, Shape, found_in, records_of

_REPOSITORY = r".*\.car"
_LARGEST = 512 << 20
_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_SHA_256 = b"\x01\x71\x12\x20"
"""CID version 1, DAG-CBOR, SHA-256 of 32 bytes: the only kind in a repository."""


class _Ref(Shape):
    uri: str


class _Reply(Shape):
    parent: _Ref


class _Feature(Shape):
    uri: str | None = None


class _Index(Shape):
    start: int = Field(validation_alias="byteStart", ge=0)
    end: int = Field(validation_alias="byteEnd", ge=0)


class _Facet(Shape):
    index: _Index
    features: tuple[_Feature, ...] = ()


class _Embed(Shape):
    type: str = Field("", validation_alias="$type")
    record: Any = None


class _Post(Shape):
    text: str
    created_at: Any = Field(None, validation_alias="createdAt")
    reply: _Reply | None = None
    facets: tuple[_Facet, ...] = ()
    embed: _Embed = _Embed()


class _Repository:
    """The blocks of a CAR by their CID. A block is decoded when it is asked for."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data = memoryview(data)
        self._name = name
        self._blocks: dict[bytes, tuple[int, int]] = {}
        try:
            header = cast(dict[str, Any], decode_dag_cbor(bytes(self._index())))
            self.root = cast(bytes, header["roots"][0])
        except (ValueError, KeyError, IndexError, TypeError):
            raise Unreadable(f"{name} is no repository of Bluesky, or is damaged at its start.") from None

    def block(self, cid: object) -> dict[str, Any]:
        """What is in a block; raises `ValueError` where it is missing or damaged."""
        place = self._blocks.get(cid) if isinstance(cid, bytes) else None
        if place is None or not isinstance(cid, bytes):
            raise ValueError("is missing")
        data = bytes(self._data[place[0] : place[1]])
        if cid[4:] != hashlib.sha256(data).digest():
            raise ValueError("is damaged")
        found = decode_dag_cbor(data)
        if not isinstance(found, dict):
            raise ValueError("is no record")
        return found

    def records(self) -> Iterator[tuple[str, object]]:
        """Path and CID of each record, in the tree's order; raises `ValueError` where the tree is damaged."""
        seen: set[object] = set()
        waiting: list[tuple[str, object]] = [("", self.block(self.root).get("data"))]
        while waiting:
            path, cid = waiting.pop()
            if path:
                yield path, cid
                continue
            if cid is None or cid in seen:
                continue
            seen.add(cid)
            waiting += reversed(_entries(self.block(cid)))

    def _index(self) -> memoryview:
        at = 0
        length, at = self._varint(at)
        header = self._data[at : at + length]
        at += length
        while at < len(self._data):
            length, at = self._varint(at)
            cid = bytes(self._data[at : at + 36])
            if at + length > len(self._data):
                break  # cut off: what is missing is noticed where it is asked for
            if cid[:4] == _SHA_256:
                self._blocks[cid] = (at + 36, at + length)
            at += length
        return header

    def _varint(self, at: int) -> tuple[int, int]:
        value = shift = 0
        while at < len(self._data) and shift < 63:
            byte = self._data[at]
            value |= (byte & 0x7F) << shift
            at, shift = at + 1, shift + 7
            if byte < 0x80:
                break
        return value, at


def _entries(node: dict[str, Any]) -> list[tuple[str, object]]:
    """Subtrees (without a path) and records of a node, in order; a key begins like the one before."""
    found: list[tuple[str, object]] = [("", node.get("l"))]
    key = b""
    for entry in node.get("e") or []:
        if not isinstance(entry, dict) or not isinstance(entry.get("k"), bytes):
            raise ValueError("is no tree")
        key = key[: int(entry.get("p") or 0)] + entry["k"]
        found += [(key.decode("utf-8", "replace"), entry.get("v")), ("", entry.get("t"))]
    return found


def _records(stream: io.BufferedReader, name: str) -> Records:
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Unreadable(f"{name} is larger than {_LARGEST >> 20} MB, so it was not read.")
    repository = _Repository(data, name)
    try:
        account = str(repository.block(repository.root).get("did", ""))
        for path, cid in repository.records():
            if not path.startswith("app.bsky.feed."):
                continue
            where = f"{name}, {path}"
            try:
                yield Record(where, (account, path, repository.block(cid)))
            except ValueError as error:
                yield ImportProblem(kind="unreadable", where=where, sentence=f"This record {error}.")
    except ValueError as error:
        sentence = (
            f"A part of the repository {error}, so what comes after it was not read: download it again."
        )
        yield ImportProblem(kind="unreadable", where=name, sentence=sentence)


def _post(record: Record) -> Found | None:
    account, path, data = record.data
    collection, _, key = path.rpartition("/")
    if collection == "app.bsky.feed.repost":
        return LeftOut(why="repost", where=record.where)
    if collection != "app.bsky.feed.post":
        return None
    post = _Post.model_validate(data)
    text = _with_whole_links(post)
    if not text.strip():
        return LeftOut(why="no_words", where=record.where)
    answered = post.reply.parent.uri if post.reply else _quoted(post.embed)
    return ImportedPost(
        site="bluesky",
        source_id=f"at://{account}/{path}",
        text=text,
        posted_at=_made_at(post.created_at, key),
        kind="reply" if post.reply else "share" if answered else "post",
        permalink=_permalink(f"at://{account}/{path}"),
        parent_permalink=_permalink(answered) if answered else None,
    )


def _with_whole_links(post: _Post) -> str:
    """The text with each shortened link as long as it is. Offsets are in bytes of UTF-8."""
    data = post.text.encode("utf-8", "replace")
    for facet in sorted(post.facets, key=lambda each: each.index.start, reverse=True):
        link = next((feature.uri for feature in facet.features if feature.uri), None)
        shown = data[facet.index.start : facet.index.end].decode("utf-8", "ignore").removesuffix("...")
        if link and shown and shown.removesuffix("…") in link:
            data = data[: facet.index.start] + link.encode("utf-8", "replace") + data[facet.index.end :]
    return data.decode("utf-8", "replace")


def _quoted(embed: _Embed) -> str | None:
    record = embed.record
    if isinstance(record, dict) and embed.type.endswith("recordWithMedia"):
        record = record.get("record")
    uri = record.get("uri") if isinstance(record, dict) else None
    return uri if isinstance(uri, str) and "/app.bsky.feed.post/" in uri else None


def _made_at(created_at: object, key: str) -> datetime:
    """As the client said; where it said nothing readable, the time in the record's key."""
    try:
        return moment(created_at)
    except ValueError:
        number = 0
        for digit in key[:13]:
            number = number * 32 + max(_DIGITS.find(digit), 0)
        return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=(number >> 10) % 2**53)


def _permalink(uri: str) -> str:
    account, _, path = uri.removeprefix("at://").partition("/")
    return f"https://bsky.app/profile/{account}/post/{path.rpartition('/')[2]}"


def _knows(archive: Archive) -> bool:
    for name in archive.find(_REPOSITORY):
        with archive.open(name) as stream:
            if b"eroots" in stream.read(64):
                return True
    return False


def _read(archive: Archive, _: Wishes) -> Iterator[Found]:
    yield from found_in(records_of(archive, archive.find(_REPOSITORY), _records), _post)


importer = Importer(
    name="bluesky",
    title="Bluesky",
    how_to_get="On Bluesky: Settings, Account, Export my data, Download CAR file.",
    files=(_REPOSITORY,),
    knows=_knows,
    read=_read,
)
