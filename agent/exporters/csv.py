"""CSV: a row for each post with its context, its review and its latest counts, for a spreadsheet."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from agent.exporters._exporter import Exporter
from agent.exporters._whole_log import COUNTS, WholeLog, latest_counts

_FACTS = (
    "posted_at", "site", "kind", "text", "permalink", "thread_title", "parent_author", "parent_text",
    "page_url", "verdict", "confidence", "headline",
)  # fmt: skip
_WORDS_OF_OTHERS = ("thread_title", "parent_author", "parent_text")
_HEADER = (*_FACTS, "flags", "strengths", "suggestion_taken", *COUNTS, "id")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def _write(log: WholeLog) -> Iterator[bytes]:
    # A byte order mark, without which Excel takes UTF-8 for something else.
    yield b"\xef\xbb\xbf" + _line(_HEADER)
    for post in log.posts():
        counts = latest_counts(post)
        named = {
            kind: ", ".join(each["name"] for each in post.get("signals", []) if each["kind"] == kind)
            for kind in ("flag", "strength")
        }
        for name in _WORDS_OF_OTHERS:
            post[name] = _harmless(post.get(name))
        facts = (post.get(name) for name in _FACTS)
        known = (counts.get(name) for name in COUNTS)
        taken = post.get("suggestion_taken")
        yield _line((*facts, named["flag"], named["strength"], taken, *known, post["id"]))


def _harmless(words: str | None) -> str | None:
    """A spreadsheet would run what somebody wrote as a formula; an apostrophe makes it text."""
    return f"'{words}" if words and words.startswith(_FORMULA) else words


def _line(cells: tuple[Any, ...]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode()


exporter = Exporter(
    name="csv",
    title="CSV: a row for each post, for a spreadsheet",
    ending="csv",
    media_type="text/csv; charset=utf-8",
    write=_write,
)
