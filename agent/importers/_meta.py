"""What the exports of Facebook, Instagram and Threads have in common."""

import re
from collections.abc import Iterator
from typing import Any

from agent.importers._archive import Archive
from agent.importers._json import json_records
from agent.importers._records import Record, Records, records_of
from agent.importers._text import beginning

_EMPTY = re.compile(r'\s*(\[\s*\]|\{\s*("\w+"\s*:\s*\[\s*\]\s*,?\s*)*\})\s*')


def mended(value: Any) -> Any:
    """`value` with each text put right: Meta writes every byte of UTF-8 as a character of its own."""
    if isinstance(value, str):
        return _mended_text(value)
    if isinstance(value, list):
        return [mended(each) for each in value]
    if isinstance(value, dict):
        return {_mended_text(key): mended(each) for key, each in value.items()}
    return value


def _mended_text(text: str) -> str:
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def meta_records(archive: Archive, *patterns: str, key: str) -> Records:
    """The mended records of these files, each an array or an object with an array under a name like `key`."""
    read = records_of(archive, archive.find(*patterns), lambda stream, name: json_records(stream, name, key))
    return (Record(each.where, mended(each.data)) if isinstance(each, Record) else each for each in read)


def why_not_read(archive: Archive, title: str, *patterns: str) -> str | None:
    """What to do where the export was asked for as web pages, which Meta offers first, or holds no posts."""
    pages = [re.sub(r"\\\.json$", r"\\.html", pattern) for pattern in patterns]
    if archive.find(*pages):
        return f"This {title} export is made of web pages: ask {title} for it again with the format JSON."
    files = archive.find(*patterns)
    if files and all(_EMPTY.fullmatch(beginning(archive.open(name))) for name in files):
        return (
            f"This {title} export holds no posts and no comments: if you wrote some, ask {title} for it "
            "again with all of your activity, and for all time."
        )
    return None


def label_texts(record: Any) -> Iterator[tuple[str, str]]:
    """Label, in the account's language, and text of each entry of the newer shape, `label_values`."""
    entries = record.get("label_values") if isinstance(record, dict) else None
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("value"), str):
            yield str(entry.get("label", "")), entry["value"]
