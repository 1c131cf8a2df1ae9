"""Exports as sites hand them out: zips, also in a zip, and tar files; and the door to every kind."""

import gzip
import io
import re
import stat
import tarfile
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, cast

from agent.importers._archive import Archive, Folder, SingleFile, is_clutter
from agent.importers._guard import LIMITS, Limits, Unreadable, damaged, fair_size
from agent.importers._record import ImportProblem
from agent.trouble import Trouble

_LOCKED = 0x1
_GZIP = b"\x1f\x8b"
_NOT_READ = (b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zX", b"\x28\xb5\x2f\xfd")
"""How files begin that other programs packed: RAR, 7z, bzip2, xz, Zstandard."""
_LONGEST_HEADER = 1 << 20
_MOST_NESTED = 50


def open_archive(path: Path, limits: Limits = LIMITS) -> Archive:
    """The view of what lies at `path`; raises `Trouble` where nothing can be read."""
    try:
        if path.is_dir():
            archive: Archive = FolderWithZips(path, limits)
        elif not path.exists():
            raise Trouble(f"There is nothing at {path}: check the name.")
        elif not path.is_file():
            raise Trouble(f"{path} is neither a file nor a folder: choose the export itself.")
        else:
            archive = _open_file(path, limits)
    except (OSError, zlib.error, EOFError) as error:
        raise damaged(str(path), error) from None
    if not any(map(archive.size, archive.names)) and not archive.problems:
        archive.close()
        raise Trouble(f"{path} is empty: download the export again.")
    return archive


def _open_file(path: Path, limits: Limits) -> Archive:
    with path.open("rb") as file:
        start = file.read(4)
    if start in (b"PK\x03\x04", b"PK\x05\x06"):
        whole = Zip(path.open("rb"), path.name, limits)
        if "xl/workbook.xml" not in whole.names:
            return whole
        whole.close()
    if start.startswith(_NOT_READ):
        raise damaged(path.name, NotImplementedError())
    try:
        return Tar(path, start[:2] == _GZIP, limits)
    except tarfile.TarError:
        if path.suffix.lower() == ".zip":
            raise Trouble(
                f"{path.name} isn't a zip, though it is called one, perhaps a page that asked you to sign "
                "in: download the export again."
            ) from None
        return SingleFile(path, limits)


class FolderWithZips(Folder):
    """A folder, and the zips that lie in it beside each other, as large exports come in parts."""

    def __init__(self, path: Path, limits: Limits = LIMITS) -> None:
        super().__init__(path, limits)
        zips = sorted(name for name in self._sizes if "/" not in name and name.lower().endswith(".zip"))
        for name in zips[:_MOST_NESTED]:
            del self._sizes[name]
            try:
                self._hold(name, Zip((path / name).open("rb"), name, limits))
            except OSError as error:
                self.problems.append(_unreadable(name, damaged(name, error)))
            except Unreadable as error:
                self.problems.append(_unreadable(name, error))


class Zip(Archive):
    """A zip, and the zips in it, but not those in these. `file` is closed with it."""

    def __init__(self, file: IO[bytes], label: str, limits: Limits = LIMITS, depth: int = 1) -> None:
        super().__init__(label, None, limits)
        self._file = file
        self._infos: dict[str, zipfile.ZipInfo] = {}
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            file.close()
            raise damaged(label, error) from None
        try:
            self._list(depth)
        except Unreadable:
            self.close()
            raise

    def close(self) -> None:
        """Close the zip, its file, and the zips in it."""
        super().close()
        self._zip.close()
        self._file.close()

    def _list(self, depth: int) -> None:
        for info in self._zip.infolist():
            if not info.is_dir():
                self._take(info)
        self.made_at = _newest(self._infos.values())
        for nested in [name for name in self._sizes if name.lower().endswith(".zip")][:_MOST_NESTED]:
            self._look_into(nested, depth)

    def _take(self, info: zipfile.ZipInfo) -> None:
        # Stack Exchange writes folders with a backslash.
        name = info.filename.replace("\\", "/")
        refuse_outside(name, self.label)
        if stat.S_ISLNK(info.external_attr >> 16):
            self._not_followed(name)
        elif info.flag_bits & _LOCKED:
            error = damaged(name, RuntimeError("password required"))
            self.problems.append(_unreadable(name, error))
        elif not is_clutter(name):
            self._infos[name] = info
            self._add(name, info.file_size)

    def _look_into(self, name: str, depth: int) -> None:
        size = self._sizes.pop(name)
        info = self._infos.pop(name)
        try:
            if depth > 1:
                raise Unreadable(
                    f"{name} is a zip in a zip in a zip, so it was not opened: unpack the export."
                )
            if not fair_size(size, info.compress_size, self._limits):
                raise Unreadable(f"{name} unpacks to far more than an export holds, so it was not opened.")
            try:
                file = self._zip.open(info)
            except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
                raise damaged(name, error) from None
            inner = Zip(file, name, self._limits, depth + 1)
        except Unreadable as error:
            self.problems.append(_unreadable(name, error))
            return
        self._hold(name, inner)

    def _packed(self, name: str) -> int:
        return self._infos[name].compress_size

    def _source(self, name: str) -> Any:
        try:
            return self._zip.open(self._infos[name])
        except zipfile.BadZipFile as error:  # where the file begins, it has another name than in the list
            raise damaged(name, error) from None


class Tar(Archive):
    """A tar file, plain or packed with gzip, as GitHub and older Mastodons make them.

    Raises `tarfile.TarError` where it is none.
    """

    def __init__(self, path: Path, zipped: bool, limits: Limits = LIMITS) -> None:
        super().__init__(path.name, None, limits)
        self._size = path.stat().st_size
        self._infos: dict[str, tarfile.TarInfo] = {}
        self._file = _SmallReads(gzip.open(path) if zipped else path.open("rb"))  # noqa: SIM115
        try:
            self._tar = tarfile.open(fileobj=cast(IO[bytes], self._file), mode="r:")  # noqa: SIM115
        except (tarfile.TarError, OSError, EOFError, zlib.error):
            self._file.close()
            raise tarfile.ReadError from None
        try:
            self._list()
        except (tarfile.TarError, OSError, EOFError, zlib.error, ValueError) as error:
            self.close()
            raise damaged(self.label, error) from None
        except Unreadable:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._tar.close()
        self._file.close()

    def _list(self) -> None:
        newest = whole = 0.0
        for info in self._tar:
            refuse_outside(info.name, self.label)
            whole += info.size
            # To list a packed tar is to unpack it, so the limit is for all of its files together.
            if whole > self._limits.slack + self._size * self._limits.ratio:
                raise Unreadable(
                    f"{self.label} unpacks to far more than an export holds, so it was not read."
                )
            if info.issym() or info.islnk():
                self._not_followed(info.name)
            elif info.isfile():
                name = info.name.removeprefix("./")
                self._infos[name] = info
                newest = max(newest, info.mtime)
                self._add(name, info.size)
        self.made_at = datetime.fromtimestamp(newest, UTC) if newest > 0 else None

    def _packed(self, name: str) -> int:  # noqa: ARG002 (a tar is packed as a whole)
        return self._size

    def _source(self, name: str) -> Any:
        return self._tar.extractfile(self._infos[name]) or io.BytesIO()


class _SmallReads:
    """A tar's header says how long it is itself, and would be read into memory at once: a limit to that."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.seek, self.tell, self.close = file.seek, file.tell, file.close

    def read(self, size: int) -> bytes:
        """The next `size` bytes."""
        if size > _LONGEST_HEADER:
            raise tarfile.ReadError("header too long")
        data: bytes = self._file.read(size)
        return data


def _unreadable(name: str, error: Unreadable) -> ImportProblem:
    return ImportProblem(kind="unreadable", where=name, sentence=str(error))


def refuse_outside(name: str, label: str) -> None:
    """Raise `Unreadable` where a name in an archive points out of it."""
    if (
        ".." in name.replace("\\", "/").split("/")
        or name.startswith(("/", "\\"))
        or re.match(r"[A-Za-z]:", name)
    ):
        raise Unreadable(
            f"{label} names a file outside of itself, which no site's export does, so nothing of it was read."
        )


def _newest(infos: Any) -> datetime | None:
    """The latest date in a zip: to the day, since a zip knows no time zone."""
    dates = [info.date_time for info in infos]
    try:
        year, month, day, *_ = max(dates, default=(1980, 1, 1))
        return datetime(year, month, day, tzinfo=UTC) if year > 1980 else None
    except ValueError:
        return None
