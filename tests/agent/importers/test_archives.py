"""What is dangerous or damaged in an export ends with one sentence, and nothing is written."""

import errno
import gzip
import io
import os
import stat
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.importers import open_archive
from agent.importers._guard import Limits
from agent.trouble import Trouble
from tests.agent.importers import test_mastodon, test_x
from tests.agent.importers.exports import MUCH, folder, found, known, posts, problems, tarred, wrapped, zipped

SMALL = Limits(member=1 << 20, ratio=50, slack=1 << 16, members=20)
TWEETS = "data/tweets.js"


def files_below(path: Path) -> set[Path]:
    return set(path.rglob("*"))


def read_all(path: Path, limits: Limits) -> None:
    with open_archive(path, limits) as archive:
        for name in archive.names:
            with archive.open(name) as stream:
                stream.read()


def refused(path: Path, limits: Limits | None = None) -> str:
    """The sentence with which `path` is refused."""
    before = files_below(path.parent)
    with pytest.raises(Trouble) as trouble:
        read_all(path, limits) if limits else found(path)
    assert files_below(path.parent) == before
    sentence = str(trouble.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def with_members(at: Path, *members: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    with zipfile.ZipFile(at / "made.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for info, content in members:
            packed.writestr(info, content)
    return at / "made.zip"


@pytest.mark.parametrize(
    "name", ["../evil.js", "data/../../evil.js", "/etc/evil.js", "C:/evil.js", "..\\evil.js"]
)
def test_a_zip_that_points_out_of_itself_is_refused(name: str, tmp_path: Path) -> None:
    path = with_members(tmp_path, (name, b"x"), (TWEETS, b"window.YTD.tweets.part0 = []"))
    assert "names a file outside of itself" in refused(path)


def test_a_tar_that_points_out_of_itself_is_refused(tmp_path: Path) -> None:
    assert "names a file outside of itself" in refused(tarred(tmp_path, {"../outbox.json": "{}"}))


def test_a_zip_that_unpacks_to_far_more_than_texts_do_is_not_read(tmp_path: Path) -> None:
    path = with_members(tmp_path, ("tweets.js", b"[" + b" " * 900_000))
    assert "far more than an export holds" in refused(path, SMALL)


def test_a_zip_that_lies_about_its_size_is_not_read_on(tmp_path: Path) -> None:
    path = with_members(tmp_path, ("tweets.js", b"[" + b" " * 900_000))
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (2_000_000_000).to_bytes(4, "little")
    path.write_bytes(data)
    assert "far more than an export holds" in refused(path)


def test_a_gzip_that_unpacks_to_far_more_is_not_read_on(tmp_path: Path) -> None:
    path = tmp_path / "outbox.json.gz"
    path.write_bytes(gzip.compress(b"[" + b" " * 900_000))
    assert "far more than an export holds" in refused(path, SMALL)


def test_a_tar_that_unpacks_to_far_more_is_not_even_listed(tmp_path: Path) -> None:
    assert "far more than an export holds" in refused(tarred(tmp_path, {"a.json": " " * 900_000}), SMALL)


def test_a_tar_whose_header_is_endless_is_not_taken_into_memory(tmp_path: Path) -> None:
    info = tarfile.TarInfo("long")
    info.type, info.size = tarfile.XHDTYPE, 1 << 33
    path = tmp_path / "a.tar"
    path.write_bytes(info.tobuf() + b"0" * 4_096)
    assert "no export that Pitch In knows" in refused(path)


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path) -> None:
    many = {f"{number}.json": "{}" for number in range(30)}
    for path in (zipped(tmp_path, many), folder(tmp_path, many), tarred(tmp_path, many)):
        assert "more than 20 files" in refused(path, SMALL)


def test_a_zip_in_a_zip_is_opened_and_one_deeper_is_not(tmp_path: Path) -> None:
    inner = zipped(tmp_path, test_x.SAMPLE, "inner.zip").read_bytes()
    once = zipped(tmp_path, {"inner.zip": inner}, "once.zip")
    assert len(posts(found(once))) == 3
    twice = zipped(tmp_path, {"outer.zip": once.read_bytes()}, "twice.zip")
    assert "a zip in a zip in a zip" in refused(twice)


def test_zips_that_lie_beside_each_other_in_a_folder_are_read_as_one_export(tmp_path: Path) -> None:
    parts = folder(tmp_path, {"readme.txt": "two parts, and one that is damaged"})
    whole = zipped(parts, {TWEETS: test_x.SAMPLE[TWEETS]}, "part-1.zip").read_bytes()
    zipped(parts, {"inner.zip": zipped(tmp_path, test_mastodon.SAMPLE, "m.zip").read_bytes()}, "part-2.zip")
    (parts / "part-3.zip").write_bytes(whole[: len(whole) // 2])
    assert known(parts) == ["mastodon", "x"]
    things = found(parts)
    assert {post.site for post in posts(things)} == {"mastodon", "x"}
    assert [each.where for each in problems(things)] == ["part-3.zip"]


@pytest.mark.parametrize(
    "name", ["outbox (1).json", "outbox(2).json", "Outbox - Copy.json", "outbox copy.json"]
)
def test_a_file_that_was_saved_beside_another_is_known(name: str, tmp_path: Path) -> None:
    (content,) = test_mastodon.SAMPLE.values()
    assert known(folder(tmp_path, {name: content})) == ["mastodon"]


def test_a_bomb_in_a_zip_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = with_members(tmp_path, ("a.js", b"\0" * 40_000_000)).read_bytes()
    packed = zipped(
        tmp_path, {"bomb.zip": zipped(tmp_path, {"b": bomb}, "b.zip").read_bytes(), **test_x.SAMPLE}
    )
    things = found(packed)
    assert len(posts(things)) == 3


def test_links_are_not_followed_in_folders_zips_and_tars(tmp_path: Path) -> None:
    (tmp_path / "secret.js").write_text("window.YTD.tweets.part0 = [1]")
    unpacked = folder(tmp_path, test_x.SAMPLE)
    (unpacked / "data" / "tweets-part2.js").symlink_to(tmp_path / "secret.js")
    (unpacked / "elsewhere").symlink_to(tmp_path, target_is_directory=True)
    link = zipfile.ZipInfo("tweets-part2.js")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    in_zip = with_members(tmp_path, (link, b"../secret.js"), (TWEETS, test_x.SAMPLE[TWEETS].encode()))
    in_tar = tmp_path / "made.tar"
    with tarfile.open(in_tar, "w") as packed:
        for name, content in test_x.SAMPLE.items():
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            packed.addfile(info, io.BytesIO(content.encode()))
        info = tarfile.TarInfo("tweets-part2.js")
        info.type, info.linkname = tarfile.SYMTYPE, "../secret.js"
        packed.addfile(info)
    for path, links in ((unpacked, 2), (in_zip, 1), (in_tar, 1)):
        told = problems(found(path))
        assert len(told) == links, path
        assert all("a link to another place" in each.sentence for each in told)


def close_to_us(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a folder answer as one of another user does; to root, none is closed."""
    scandir = os.scandir

    def refusing(path: str) -> Any:
        if Path(path) == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", refusing)


def test_a_folder_inside_that_may_not_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = folder(tmp_path, {**test_x.SAMPLE, "data/more/tweets-part9.js": test_x.SAMPLE[TWEETS]})
    close_to_us(unpacked / "data" / "more", monkeypatch)
    things = found(unpacked)
    assert len(posts(things)) == 3
    (told,) = problems(things)
    assert (told.kind, told.where) == ("unreadable", "data/more")
    assert told.sentence == "data/more may not be read: change its permissions."


def test_a_whole_export_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked = folder(tmp_path, test_x.SAMPLE)
    close_to_us(unpacked, monkeypatch)
    assert "export may not be read: change its permissions." in refused(unpacked)


def test_a_locked_file_says_what_to_do(tmp_path: Path) -> None:
    path = zipped(tmp_path, {"data/tweets.js": "x", "a.txt": "x"})
    data = bytearray(path.read_bytes())
    for at in (data.index(b"PK\x01\x02") + 8, data.index(b"PK\x03\x04") + 6):
        data[at] |= 1
    path.write_bytes(data)
    assert "locked with a password" in refused(path)


@pytest.mark.parametrize("keep", [0, 4, 100, 400, -30])
def test_a_zip_that_is_cut_off_says_so(keep: int, tmp_path: Path) -> None:
    path = zipped(tmp_path, test_x.SAMPLE)
    path.write_bytes(path.read_bytes()[:keep])
    assert ("cut off or damaged" in refused(path)) == bool(keep)


def test_damage_inside_costs_only_the_damaged_file(tmp_path: Path) -> None:
    path = zipped(tmp_path, test_x.SAMPLE)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as packed:
        at = packed.getinfo("data/tweets-part1.js").header_offset + 30 + len("data/tweets-part1.js") + 40
    data[at : at + 20] = b"\xff" * 20
    path.write_bytes(data)
    things = found(path)
    assert len(posts(things)) >= 2
    assert [(each.kind, each.where) for each in problems(things)] == [("unreadable", "data/tweets-part1.js")]


def test_a_tar_that_is_cut_off_says_so(tmp_path: Path) -> None:
    path = tarred(tmp_path, {"outbox.json": test_mastodon.SAMPLE["outbox.json"], "x": os.urandom(5_000)})
    path.write_bytes(path.read_bytes()[:-2_000])
    assert "cut off or damaged" in refused(path)


def test_a_json_file_that_is_cut_off_gives_what_is_there(tmp_path: Path) -> None:
    text = test_x.SAMPLE[TWEETS]
    things = found(zipped(tmp_path, {TWEETS: text[: text.index("RT @")]}))
    assert len(posts(things)) == 1
    assert [each.kind for each in problems(things)] == ["misshapen", "unreadable"]


def test_nothing_there_and_nothing_in_it_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.zip").write_bytes(b"PK\x05\x06" + b"\0" * 18)
    assert "is empty" in refused(tmp_path / "empty")
    assert "is empty" in refused(tmp_path / "empty.zip")
    (tmp_path / "tweets.js").write_bytes(b"")
    assert "is empty" in refused(tmp_path / "tweets.js")
    assert "There is nothing at" in refused(tmp_path / "missing.zip")
    assert "no export that Pitch In knows" in refused(folder(tmp_path, {"a.txt": "hello"}))


@pytest.mark.parametrize(
    "start", [b"Rar!\x1a\x07\x01\0", b"7z\xbc\xaf\x27\x1c\0\4", b"BZh91AY&SY", b"\xfd7zXZ\0"]
)
def test_what_other_programs_packed_says_what_to_do(start: bytes, tmp_path: Path) -> None:
    (tmp_path / "export.rar").write_bytes(start + b"\1" * 100)
    assert "unpack it and import the folder" in refused(tmp_path / "export.rar")


def test_a_page_that_was_saved_as_a_zip_says_so(tmp_path: Path) -> None:
    (tmp_path / "export.zip").write_bytes(b"<!doctype html><title>Sign in</title>")
    assert "isn't a zip, though it is called one" in refused(tmp_path / "export.zip")


def test_a_pipe_is_no_export(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "neither a file nor a folder" in refused(tmp_path / "pipe")


def test_what_a_mac_adds_is_ignored(tmp_path: Path) -> None:
    assert known(wrapped(tmp_path, test_x.SAMPLE)) == ["x"]
    with open_archive(wrapped(tmp_path, test_x.SAMPLE)) as archive:
        assert not [name for name in archive.names if "__MACOSX" in name]


def test_parts_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    names = ["tweets-part10.js", "tweets.js", "tweets-part2.js"]
    with open_archive(zipped(tmp_path, dict.fromkeys(names, "x"))) as archive:
        assert archive.find(r"tweets(-part\d+)?\.js") == ["tweets.js", "tweets-part2.js", "tweets-part10.js"]


def test_a_file_with_two_names_in_a_zip_is_damage(tmp_path: Path) -> None:
    path = zipped(tmp_path, test_x.SAMPLE)
    path.write_bytes(path.read_bytes().replace(b"data/tweets.js", b"data/tweetz.js", 1))
    assert "tweets.js" in refused(path)


@MUCH
@given(data=st.data())
def test_no_damage_to_a_zip_ends_in_anything_but_results_or_a_sentence(
    data: st.DataObject, tmp_path: Path
) -> None:
    path = zipped(tmp_path, {**test_x.SAMPLE, **test_mastodon.SAMPLE})
    broken = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(broken[: data.draw(st.integers(len(broken) // 2, len(broken)))])
    with suppress(Trouble):
        found(path)


@MUCH
@given(
    content=st.binary(max_size=200),
    start=st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b", b"window.YTD.tweets.part0 = ["]),
)
def test_any_bytes_end_in_results_or_a_sentence(content: bytes, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / "tweets.js"
    path.write_bytes(start + content)
    with suppress(Trouble):
        found(path)
