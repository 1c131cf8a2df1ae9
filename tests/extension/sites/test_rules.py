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
        ("1,2 mi", rounded(1200000)),
        ("4,5 tys.", rounded(4500)),
        ("12 rb", rounded(12000)),
        ("2,5 Md", rounded(2500000000)),
        ("1,5 лайка", None),
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
    ("sent", "shown", "same"),
    [
        ("“Great” talk… **yes**!", '"Great" talk... yes', True),
        ("Great talk 👍", "Great talk", True),
        ("Great talk 🎉", "Great talk :tada:", True),
        ("👍", "👍", True),
        ("👍", "🎉", False),
        ("👍", "", False),
        ("1. Ask first.\n2. Then **post**.", "Ask first.\nThen post.", True),
        ("See ![the plan](plan.png) [here](https://example.org/plan).", "See here.", True),
        ("It is <strong>open</strong>.", "It is open.", True),
        ("It is [b]open[/b], see [url=https://example.org]this[/url].", "It is open, see this.", True),
        ("[quote=maria]When?[/quote]\nOn Friday.", "maria wrote:\nWhen?\nOn Friday.", True),
        ("[quote=a][quote=b]When?[/quote]Soon.[/quote]\nOn Friday.", "a wrote: … On Friday.", True),
        ("Yes. [quote=maria]When?[/quote] On Friday.", "On Friday. maria wrote: When? Yes.", False),
        ("[quote=maria]When?[/quote]\nOn Friday.", "maria wrote:\nWhen?\nOn Friday. And you?", False),
        ("[quote=maria]When?[/quote]", "maria wrote: When?", False),
        ("Great talk.", "Great talk. And the slides?", False),
    ],
)
def test_a_text_is_known_again_in_what_a_site_makes_of_it(
    blank: Looker, sent: str, shown: str, same: bool
) -> None:
    assert blank.ask("([sent, shown]) => sameText(sent, shown)", [sent, shown]) is same


@pytest.mark.parametrize(
    ("html", "text", "own"),
    [
        ("Great<img alt='👍🏽'> talk", "Great👍🏽 talk", None),
        ("<p>One<br>two <img alt=':wave:'></p><p>three</p>", "One\ntwo :wave:\n\nthree", None),
        ("<div>One</div> <div>two <span>🇩🇪</span><img alt='🇩🇪'></div>", "One\ntwo 🇩🇪🇩🇪", None),
        ("<img alt='A chart'>Look<b hidden>!</b><img alt='👀'>", "Look👀", None),
        ("<blockquote>When?</blockquote><p>On Friday.</p>", "When?\n\nOn Friday.", "On Friday."),
        ("<blockquote>When?</blockquote>", "When?", "When?"),
    ],
)
def test_a_text_is_read_with_its_emoji_and_said_without_what_it_quotes(
    blank: Looker, html: str, text: str, own: str | None
) -> None:
    asking = """html => {
      document.body.innerHTML = html;
      return [textOf(document.body), ownTextOf(document.body)];
    }"""
    assert blank.ask(asking, html) == [text, own or text]


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
