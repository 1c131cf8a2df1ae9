"""Walks every importer: each says what it is, knows its own format only, and reads it the same twice."""

import importlib
import re
from pathlib import Path

import pytest

from agent.importers import Importer, importers, open_archive, recognise, size_to_read
from agent.trouble import Trouble
from tests.agent.importers.exports import Files, folder, found, found_in, known, posts, zipped

NAMES = [importer.name for importer in importers()]


def sample(name: str) -> Files:
    module = importlib.import_module(f"tests.agent.importers.test_{name}")
    assert hasattr(module, "SAMPLE"), f"test_{name}.py: name a small export of this format SAMPLE."
    files: Files = module.SAMPLE
    return files


@pytest.mark.parametrize("importer", importers(), ids=NAMES)
def test_each_says_what_it_is_and_where_it_comes_from(importer: Importer) -> None:
    path = Path("agent/importers") / f"{importer.name}.py"
    assert importer.read.__module__ == f"agent.importers.{importer.name}", (
        f"{path}: its name is its file's name."
    )
    assert importer.title, f"{path}: give it a title that people know."
    assert importer.how_to_get.endswith("."), f"{path}: say in a sentence how to get the export."
    assert all(re.compile(pattern) for pattern in importer.files), f"{path}: name the files that it reads."


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pack", [folder, zipped])
def test_each_format_is_known_by_its_own_importer_only(name: str, pack, tmp_path: Path) -> None:
    assert known(pack(tmp_path, sample(name))) == [name]


@pytest.mark.parametrize("name", NAMES)
def test_a_second_reading_finds_the_same(name: str, tmp_path: Path) -> None:
    path = zipped(tmp_path, sample(name))
    first, second = found(path), found(path)
    assert first == second
    assert [post.id for post in posts(first)] == [post.id for post in posts(second)]


@pytest.mark.parametrize("name", NAMES)
def test_a_zip_and_a_folder_give_posts_with_the_same_ids(name: str, tmp_path: Path) -> None:
    packed = posts(found(zipped(tmp_path, sample(name))))
    unpacked = posts(found(folder(tmp_path, sample(name))))
    assert {post.id for post in packed} == {post.id for post in unpacked}


@pytest.mark.parametrize("name", NAMES)
def test_no_two_posts_of_an_export_share_an_id(name: str, tmp_path: Path) -> None:
    all_posts = posts(found(zipped(tmp_path, sample(name))))
    assert len({post.id for post in all_posts}) == len(all_posts)


@pytest.mark.parametrize("name", NAMES)
def test_progress_reaches_the_size_that_was_announced(name: str, tmp_path: Path) -> None:
    with open_archive(folder(tmp_path, sample(name))) as archive:
        importers_of_it = recognise(archive)
        found_in(archive)
        assert 0 < archive.bytes_read <= sum(archive.size(each) for each in archive.names)
        assert archive.bytes_read >= 0.4 * size_to_read(archive, importers_of_it)


def test_what_nobody_knows_is_told_with_what_is_known(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"is no export that Pitch In knows\. It knows those of: .*Mastodon"):
        found(zipped(tmp_path, {"holiday.txt": "hello"}))
