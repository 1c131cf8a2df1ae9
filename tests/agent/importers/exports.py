"""Makes small exports, as sites pack them, and reads them."""

import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, settings

from agent.importers import (
    Archive,
    Found,
    ImportedPost,
    ImportProblem,
    LeftOut,
    Wishes,
    open_archive,
    recognise,
)

MUCH = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""How much is tried of what may be anything."""

Files = Mapping[str, str | bytes]


def as_bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def folder(at: Path, files: Files) -> Path:
    """An unpacked export."""
    for name, content in files.items():
        path = at / "export" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(content))
    return at / "export"


def zipped(at: Path, files: Files, name: str = "export.zip") -> Path:
    """An export as a zip."""
    with zipfile.ZipFile(at / name, "w", zipfile.ZIP_DEFLATED) as packed:
        for member, content in files.items():
            packed.writestr(zipfile.ZipInfo(member, (2024, 3, 7, 5, 46, 38)), as_bytes(content))
    return at / name


def tarred(at: Path, files: Files) -> Path:
    """An export as a tar packed with gzip."""
    with tarfile.open(at / "export.tar.gz", "w:gz") as packed:
        for member, content in files.items():
            info = tarfile.TarInfo(member)
            info.size = len(as_bytes(content))
            packed.addfile(info, io.BytesIO(as_bytes(content)))
    return at / "export.tar.gz"


def wrapped(at: Path, files: Files) -> Path:
    """An export that somebody unpacked and zipped again, folder and all, on a Mac."""
    moved = {f"my export/{name}": content for name, content in files.items()}
    clutter = {f"__MACOSX/my export/._{name.rpartition('/')[2]}": b"\0\5\x16\7" for name in files}
    return zipped(at, {**moved, **clutter})


def found(path: Path, wishes: Wishes | None = None) -> list[Found]:
    """All that is found at `path`."""
    with open_archive(path) as archive:
        return found_in(archive, wishes)


def found_in(archive: Archive, wishes: Wishes | None = None) -> list[Found]:
    importers = recognise(archive)
    return [
        *archive.problems,
        *(each for importer in importers for each in importer.read(archive, wishes or Wishes())),
    ]


def known(path: Path) -> list[str]:
    """Names of the importers that know what is at `path`."""
    with open_archive(path) as archive:
        return [importer.name for importer in recognise(archive)]


def posts(things: list[Found]) -> list[ImportedPost]:
    return [each for each in things if isinstance(each, ImportedPost)]


def left_out(things: list[Found]) -> list[str]:
    return [each.why for each in things if isinstance(each, LeftOut)]


def problems(things: list[Found]) -> list[ImportProblem]:
    return [each for each in things if isinstance(each, ImportProblem)]


def counts(post: ImportedPost) -> dict[str, int | None]:
    """The four counts as numbers, None where unknown."""
    return {name: count.value if count else None for name, count in post.counts}


def unknown_counts(post: ImportedPost) -> bool:
    return not post.counts.known and post.counted_at is None


def as_json(value: object) -> str:
    return json.dumps(value)


def as_csv(*rows: str) -> str:
    return "\n".join(rows) + "\n"
