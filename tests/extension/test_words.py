"""All that a person reads stands in _locales, in each language alike, and nothing else stands there."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.extension.make_index import EXTENSION

LANGUAGES = {
    path.parent.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(EXTENSION.glob("_locales/*/messages.json"))
}
ENGLISH = LANGUAGES["en"]
SOURCES = [path for kind in ("*.js", "*.html", "manifest.json") for path in EXTENSION.rglob(kind)]
ALIKE = {"name", "agentTitle", "lastReviewWhere", "strictnessNormal"}
"""Texts that may read the same in two languages."""

each_language = pytest.mark.parametrize("code", LANGUAGES)


def asked_for() -> Iterator[str]:
    """Every name that stands in a call of `words`, in a page's data-words, or in the manifest."""
    for path in SOURCES:
        code = path.read_text(encoding="utf-8")
        for names in re.findall(r'data-words="(\w+)"|__MSG_(\w+)__', code):
            yield from filter(None, names)
        for start in re.finditer(r"\bwords\(", code):
            yield from re.findall(r'(?<!=== )"(\w+)"', argument(code, start.end()))


def argument(code: str, start: int) -> str:
    """The first argument of a call whose bracket opens just before `start`."""
    depth = 0
    for end in range(start, len(code)):
        if code[end] in "([{":
            depth += 1
        elif code[end] in ")]}" and depth:
            depth -= 1
        elif code[end] in ")," and not depth:
            return code[start:end]
    return ""


def test_three_languages_are_there() -> None:
    assert set(LANGUAGES) == {"en", "de", "es"}


@each_language
def test_every_text_that_is_asked_for_is_there(code: str) -> None:
    missing = set(asked_for()) - set(LANGUAGES[code])
    assert missing == set(), f"Add these to _locales/{code}/messages.json."


@each_language
def test_every_language_has_the_same_texts_in_the_same_order(code: str) -> None:
    assert list(LANGUAGES[code]) == list(ENGLISH), f"_locales/{code}: give it the texts of _locales/en."


@each_language
def test_every_text_is_used(code: str) -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    unused = [name for name in LANGUAGES[code] if not re.search(rf'["_]{name}["_]', sources)]
    assert unused == [], f"No file uses these texts: take them out of _locales/{code}/messages.json."


@each_language
def test_what_is_filled_in_is_declared_and_used(code: str) -> None:
    for name, message in LANGUAGES[code].items():
        used = {part.lower() for part in re.findall(r"\$(\w+)\$", message["message"])}
        assert used == set(message.get("placeholders", {})), f"_locales/{code}: {name}"


@each_language
def test_what_is_filled_in_is_the_same_in_every_language(code: str) -> None:
    def filled(messages: dict[str, Any]) -> dict[str, Any]:
        return {name: message.get("placeholders", {}) for name, message in messages.items()}

    assert filled(LANGUAGES[code]) == filled(ENGLISH)


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_text_is_translated(code: str) -> None:
    same = {
        name for name, message in LANGUAGES[code].items() if message["message"] == ENGLISH[name]["message"]
    }
    assert same <= ALIKE, f"_locales/{code}: these are still English."


@each_language
def test_no_text_scolds_or_shouts(code: str) -> None:
    for name, message in LANGUAGES[code].items():
        assert message["message"].strip(), name
        assert "!" not in message["message"], name
