"""The rules that site files share: numbers as sites write them, and buttons that say what they do."""

from typing import Any

import pytest

from tests.extension.sites.looking import Looker
from tests.extension.sites.saved import SavedPage


class Blank(SavedPage):
    """A page with nothing on it."""

    html = "<!doctype html><title>t</title>"


@pytest.fixture(scope="module")
def blank(looker: Looker) -> Looker:
    """A browser at a page with nothing on it."""
    looker.open(Blank("page/blank.html", {"address": "https://example.org/"}))
    return looker


def exact(value: int) -> dict[str, Any]:
    return {"value": value, "precision": "exact"}


def rounded(value: int) -> dict[str, Any]:
    return {"value": value, "precision": "rounded"}


@pytest.mark.parametrize(
    ("shown", "count"),
    [
        ("12", exact(12)),
        ("7 Replies. Reply", exact(7)),
        ("Like (40 likes)", exact(40)),
        ("1,234 likes", exact(1234)),
        ("1.234 Mal", exact(1234)),
        ("1 234 567 vues", exact(1234567)),
        ("1\u202f234", exact(1234)),
        ("1\u2019234", exact(1234)),
        ("1.2K", rounded(1200)),
        ("12,3 Tsd.", rounded(12300)),
        ("3 mil", rounded(3000)),
        ("1,2 Mio.", rounded(1200000)),
        ("4,5 тыс.", rounded(4500)),
        ("2.1万", rounded(21000)),
        ("3.2억", rounded(320000000)),
        ("1+", rounded(1)),
        ("0 reposts", exact(0)),
        ("-3", None),
        ("\u22123 points", None),
        ("Like", None),
        ("", None),
    ],
)
def test_a_number_is_read_as_its_site_means_it(blank: Looker, shown: str, count: object) -> None:
    assert blank.ask("shown => readCount(shown)", shown) == count


@pytest.mark.parametrize(
    ("words", "saves"),
    [
        ("Save changes", True),
        ("Update comment", True),
        ("Änderungen speichern", True),
        ("Guardar cambios", True),
        ("Comment", False),
        ("Post", False),
        ("Reply", False),
        ("save", False),
    ],
)
def test_a_button_that_saves_an_edit_is_known(blank: Looker, words: str, saves: bool) -> None:
    saying = """words => {
      const root = document.createElement("form");
      const button = document.createElement("button");
      button.textContent = words;
      root.append(button);
      return savesAnEdit({ field: root, root }, "button");
    }"""
    assert blank.ask(saying, words) is saves
