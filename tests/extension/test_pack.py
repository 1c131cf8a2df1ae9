"""The stores' zips hold the extension and nothing else, and are the same wherever they are made.

`make lint` looks at Firefox's with its own lint.
"""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.extension.make_index import EXTENSION, content_files
from tests.extension.pack import pack


@pytest.mark.parametrize("store", ["chrome", "firefox"])
def test_packing_twice_gives_the_same_bytes(tmp_path: Path, store: str) -> None:
    first, second = pack(store, tmp_path / "first"), pack(store, tmp_path / "second")
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("store", ["chrome", "firefox"])
def test_a_zip_holds_all_that_the_extension_runs_and_no_notes(tmp_path: Path, store: str) -> None:
    with ZipFile(pack(store, tmp_path)) as packed:
        names = set(packed.namelist())
        manifest = json.loads(packed.read("manifest.json"))
    files = {path.relative_to(EXTENSION).as_posix() for path in EXTENSION.rglob("*") if path.is_file()}
    assert {name for name in files - names if not name.endswith("README.md")} == set()
    assert set(content_files()) <= names
    assert not [name for name in names if name.endswith(".md")]
    assert manifest["version"] in pack(store, tmp_path).name


def test_each_browser_finds_its_own_background(tmp_path: Path) -> None:
    kinds = {}
    for store in ("chrome", "firefox"):
        with ZipFile(pack(store, tmp_path)) as packed:
            kinds[store] = json.loads(packed.read("manifest.json"))["background"]
    assert kinds["chrome"] == {"service_worker": "background/worker.js", "type": "module"}
    assert kinds["firefox"] == {"scripts": ["background/worker.js"], "type": "module"}
