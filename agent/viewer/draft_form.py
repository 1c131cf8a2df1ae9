"""The form of `Try a draft`, checked. What was typed lives as long as its request and is stored nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from nlp import Context
from nlp.offsets import utf16_length

LONGEST_TEXT: Final = 100_000
"""Longest draft and longest parent text, in UTF-16 code units."""

_LONGEST: Final = {
    "draft": LONGEST_TEXT,
    "parent_text": LONGEST_TEXT,
    "parent_author": 300,
    "thread_title": 1_000,
}


@dataclass(frozen=True)
class DraftForm:
    """A draft and what it answers. `before` is the draft that a used suggestion replaced, empty for none."""

    draft: str = ""
    parent_text: str = ""
    parent_author: str = ""
    thread_title: str = ""
    before: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    def context(self) -> Context | None:
        """What the draft answers, None when nothing was said about it."""
        answered = {
            "parent_text": self.parent_text or None,
            "parent_author": self.parent_author or None,
            "thread_title": self.thread_title or None,
        }
        if not any(answered.values()):
            return None
        return Context(kind="reply" if self.parent_text else None, **answered)


def read(sent: Mapping[str, str]) -> DraftForm:
    """Read a sent form. With `use` in it, that text takes the place of the draft."""
    texts = {name: _unix_lines(sent.get(name, "")) for name in (*_LONGEST, "use")}
    before = ""
    if texts["use"]:
        before, texts["draft"] = texts["draft"], texts["use"]
    del texts["use"]
    for name in ("parent_author", "thread_title"):
        texts[name] = texts[name].strip()
    return DraftForm(**texts, before=before, errors=_errors(texts))


def _errors(texts: Mapping[str, str]) -> dict[str, str]:
    errors = {
        name: f"That is {length:,} characters. Shorten it to {longest:,} at most."
        for name, longest in _LONGEST.items()
        if (length := utf16_length(texts[name])) > longest
    }
    if not texts["draft"].strip():
        errors["draft"] = "Type a draft first: what you would like to post."
    return errors


def _unix_lines(text: str) -> str:
    """Forms send CRLF; the text itself, and every offset into it, has LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
