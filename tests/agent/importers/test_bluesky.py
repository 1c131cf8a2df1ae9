"""Bluesky: the tree of a repository is walked, so that posts have their addresses; it holds no counts."""

import hashlib
from pathlib import Path

import pytest
from libipld import encode_dag_cbor

from tests.agent.importers.exports import folder, found, left_out, posts, problems, unknown_counts, zipped

ME = "did:plc:otterlab0000000000000000"
THEIRS = "at://did:plc:pinemarten/app.bsky.feed.post/3lk2bbbbbbb2b"
LINK = "https://example.org/a/long/path"
TEXT = "café: example.org/a/lo... #x"


class Repository:
    """Makes a CAR file block by block. A block's CID in another block is a link to it."""

    def __init__(self) -> None:
        self.blocks: dict[bytes, bytes] = {}

    def add(self, value: object) -> bytes:
        data = encode_dag_cbor(value)
        cid = b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()
        self.blocks[cid] = data
        return cid

    def node(
        self, records: dict[str, object], left: bytes | None = None, right: bytes | None = None
    ) -> bytes:
        """A node of the tree: keys share their beginnings, `right` comes after the last one."""
        entries: list[dict[str, object]] = []
        before = ""
        for key, value in records.items():
            same = next((at for at, (a, b) in enumerate(zip(before, key, strict=False)) if a != b), 0)
            entries.append({"p": same, "k": key[same:].encode(), "v": self.add(value), "t": None})
            before = key
        entries[-1]["t"] = right
        return self.add({"l": left, "e": entries})

    def file(self, tree: bytes) -> bytes:
        root = self.add({"did": ME, "version": 3, "data": tree, "rev": "1", "prev": None})
        header = encode_dag_cbor({"roots": [root], "version": 1})
        blocks = (cid + data for cid, data in self.blocks.items())
        return b"".join(varint(len(part)) + part for part in (header, *blocks))


def varint(number: int) -> bytes:
    return bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80]) + varint(number >> 7)


def post(text: str, **more: object) -> dict[str, object]:
    return {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2025-03-04T15:20:11.482Z"} | more


def facet(start: int, end: int, uri: str) -> dict[str, object]:
    features = [{"$type": "app.bsky.richtext.facet#link", "uri": uri}]
    return {"index": {"byteStart": start, "byteEnd": end}, "features": features}


def made() -> tuple[Repository, bytes]:
    repository = Repository()
    first = {
        "app.bsky.feed.like/3ljkrbl5ywk20": {"subject": {"uri": THEIRS}},
        "app.bsky.feed.post/3ljkrbl5ywk26": post(TEXT, facets=[facet(7, 26, LINK)]),
    }
    last = {
        "app.bsky.feed.post/3ljkrf5m4gk22": post(
            "a quote", embed={"$type": "…record", "record": {"uri": THEIRS}}
        ),
        "app.bsky.feed.repost/3ljkriq27wk22": {"subject": {"uri": THEIRS}},
        "com.example.other/1": {"text": "another app's"},
    }
    middle = {
        "app.bsky.feed.post/3ljkrdef2ok2c": post("a reply", reply={"parent": {"uri": THEIRS}}, createdAt="?")
    }
    tree = repository.node(middle, left=repository.node(first), right=repository.node(last))
    return repository, tree


def export() -> bytes:
    repository, tree = made()
    return repository.file(tree)


SAMPLE = {"repo.car": export()}


@pytest.mark.parametrize("pack", [folder, zipped])
def test_posts_come_in_the_order_of_the_tree_with_their_addresses(pack, tmp_path: Path) -> None:
    things = found(pack(tmp_path, SAMPLE))
    assert [(each.text, each.kind) for each in posts(things)] == [
        (f"café: {LINK} #x", "post"),
        ("a reply", "reply"),
        ("a quote", "share"),
    ]
    assert posts(things)[0].permalink == f"https://bsky.app/profile/{ME}/post/3ljkrbl5ywk26"
    assert left_out(things) == ["repost"]
    assert all(unknown_counts(each) for each in posts(things))


def test_a_reply_and_a_quote_know_their_parent(tmp_path: Path) -> None:
    _, reply, quote = posts(found(zipped(tmp_path, SAMPLE)))
    assert reply.parent_permalink == "https://bsky.app/profile/did:plc:pinemarten/post/3lk2bbbbbbb2b"
    assert quote.parent_permalink == reply.parent_permalink


def test_where_the_date_is_lost_the_key_still_tells_the_moment(tmp_path: Path) -> None:
    first, reply, _ = posts(found(zipped(tmp_path, SAMPLE)))
    assert first.posted_at.isoformat() == "2025-03-04T15:20:11.482000+00:00"
    assert reply.posted_at.isoformat()[:16] == "2025-03-04T15:21"


def test_a_damaged_record_is_a_problem_and_the_others_come(tmp_path: Path) -> None:
    things = found(zipped(tmp_path, {"repo.car": export().replace(b"a reply", b"a REPLY")}))
    assert [each.text for each in posts(things)] == [f"café: {LINK} #x", "a quote"]
    assert [each.sentence for each in problems(things)] == ["This record is damaged."]


def test_a_tree_that_runs_in_a_circle_or_ends_early_is_no_danger(tmp_path: Path) -> None:
    repository, tree = made()
    twice = repository.node({"app.bsky.feed.post/3ljkrzzzzzz22": post("last")}, left=tree, right=tree)
    assert len(posts(found(zipped(tmp_path, {"repo.car": repository.file(twice)})))) == 4
    data = export()
    things = found(zipped(tmp_path, {"repo.car": data[: len(data) - 200]}))
    assert [each.kind for each in problems(things)] == ["unreadable"]
