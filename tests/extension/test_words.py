"""All that a person reads stands in _locales, and nothing else stands there."""

import json
import re

from tests.extension.make_index import EXTENSION

MESSAGES = json.loads((EXTENSION / "_locales/en/messages.json").read_text(encoding="utf-8"))
SOURCES = [path for kind in ("*.js", "*.html", "manifest.json") for path in EXTENSION.rglob(kind)]
USE = re.compile(r'words\(\s*"(\w+)"|data-words="(\w+)"|__MSG_(\w+)__')


def test_every_text_that_is_asked_for_is_there() -> None:
    asked = {
        next(filter(None, names))
        for path in SOURCES
        for names in USE.findall(path.read_text(encoding="utf-8"))
    }
    assert asked - set(MESSAGES) == set(), "Add these to _locales/en/messages.json."


def test_every_text_is_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    unused = [name for name in MESSAGES if not re.search(rf'["_]{name}["_]', code)]
    assert unused == [], "No file uses these texts: take them out of _locales/en/messages.json."


def test_no_text_scolds_or_shouts() -> None:
    for name, message in MESSAGES.items():
        assert "!" not in message["message"], name
