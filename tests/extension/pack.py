"""Writes a zip for Chrome and one for Firefox, for the stores: `python -m tests.extension.pack [FOLDER]`.

The same files make the same bytes on every machine: sorted names, one date, and stored as they are, since
what deflate makes of a file depends on the library.
"""

import json
import sys
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tests.extension.make_index import EXTENSION

FOLDER = Path(__file__).parents[1] / ".work" / "store"
FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can name."""
READABLE = 0o644


def manifest_for(store: str) -> dict[str, Any]:
    """The one manifest without what this store's browser would only warn of."""
    manifest: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
    if store == "chrome":
        del manifest["browser_specific_settings"]
        del manifest["background"]["scripts"]
    else:
        del manifest["background"]["service_worker"]
        del manifest["minimum_chrome_version"]
    return manifest


def contents(store: str) -> dict[str, bytes]:
    """All files of the zip by their names in it, sorted."""
    found = {
        path.relative_to(EXTENSION).as_posix(): path.read_bytes()
        for path in sorted(EXTENSION.rglob("*"))
        if path.is_file() and path.name != "README.md"
    }
    manifest = json.dumps(manifest_for(store), indent=2, ensure_ascii=False) + "\n"
    return found | {"manifest.json": manifest.encode()}


def pack(store: str, folder: Path) -> Path:
    """Write the zip for "chrome" or "firefox" into a folder; its path."""
    version = manifest_for(store)["version"]
    target = folder / f"pitch-in-{version}-{store}.zip"
    folder.mkdir(parents=True, exist_ok=True)
    with ZipFile(target, "w", ZIP_STORED) as packed:
        for name, content in contents(store).items():
            entry = ZipInfo(name, FIRST_DATE)
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = READABLE << 16
            packed.writestr(entry, content)
    return target


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for store in ("chrome", "firefox"):
        print(pack(store, where))  # noqa: T201 - the command's answer
