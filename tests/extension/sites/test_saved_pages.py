"""Each site file finds on its saved pages what it declares: no less, and nothing more."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.extension.make_index import EXTENSION
from tests.extension.sites.looking import COUNT, FIND_ALL, LOOK_AT_COMPOSER, POST, Looker
from tests.extension.sites.saved import SavedPage, saved_pages

SITES = [path.stem for path in sorted((EXTENSION / "sites").glob("*.js"))]
POSTED = " posted"
"""After a page's name in a selector's proof: once the post of its expectations stands there."""

each_page = pytest.mark.parametrize("saved", saved_pages(), ids=lambda saved: saved.name)


@pytest.fixture(scope="module")
def looker(chromium: Browser) -> Iterator[Looker]:
    """A tab for all pages."""
    tab = chromium.new_page()
    yield Looker(tab)
    tab.close()


@each_page
def test_the_page_is_known_by_its_site_and_holds_no_other_composer(looker: Looker, saved: SavedPage) -> None:
    looker.open(saved)
    found = looker.ask(FIND_ALL, [composer["field"] for composer in saved.composers])
    assert found["site"] == saved.site
    assert found["undeclared"] == [], "A field is read that must not be."
    assert found["own"] == saved.expected.get("own")
    assert [{name: item[name] for name in item if name != "mark"} for item in found["items"]] == saved.items
    assert found["marks"] == len(saved.items), "Two items have the same mark."


@each_page
def test_its_composers_are_read_as_declared(looker: Looker, saved: SavedPage) -> None:
    looker.open(saved)
    for composer in saved.composers:
        seen = looker.ask(LOOK_AT_COMPOSER, composer)
        assert (seen["fields"], seen["found"]) == (1, True), f"{composer['field']} is no composer."
        assert seen["inRoot"], f"The root of {composer['field']} doesn't hold it."
        assert seen["context"] == composer["context"]
        assert (seen["keys"], seen["limit"]) == (composer["keys"], composer["limit"])
        assert seen["posting"] or composer["keys"] == "enter", "Nothing posts."
        assert seen["posting"] == seen["declared"], "Other controls post than the expectations say."


@pytest.mark.parametrize(
    "saved", [saved for saved in saved_pages() if "posted" in saved.expected], ids=lambda saved: saved.name
)
def test_a_post_is_seen_to_be_out_and_not_before(looker: Looker, saved: SavedPage) -> None:
    looker.open(saved)
    posted = saved.expected["posted"]
    seen = looker.ask(POST, {name: posted[name] for name in ("text", "into", "html")})
    assert seen["before"] == "pending"
    assert seen["after"] == {"state": "confirmed", "permalink": posted.get("permalink")}


@pytest.mark.parametrize("name", SITES)
def test_each_selector_matches_each_saved_page_as_often_as_it_says(looker: Looker, name: str) -> None:
    pages = [saved for saved in saved_pages() if saved.folder == name]
    assert pages, f"Save a page of {name} in tests/pages/{name}/."
    selectors: dict[str, Any] = {}
    for saved in pages:
        looker.open(saved)
        selectors = looker.ask("name => pitchInRegistry().sites.get(name)?.selectors", name)
        assert selectors, f'sites/{name}.js must call registerSite({{name: "{name}", selectors: …}}).'
        _prove(looker, name, selectors, saved.name)
        if "posted" in saved.expected:
            looker.ask(POST, {key: saved.expected["posted"][key] for key in ("text", "into", "html")})
            _prove(looker, name, selectors, saved.name + POSTED)
    proven = {page for saved in pages for page in (saved.name, saved.name + POSTED)}
    for what, proof in selectors.items():
        assert any(proof["on"].values()), f"sites/{name}.js: no saved page proves the selector “{what}”."
        assert set(proof["on"]) <= proven, f"sites/{name}.js: “{what}” names a page that isn't saved."


def _prove(looker: Looker, name: str, selectors: dict[str, Any], page: str) -> None:
    """After posting only what is declared for it is counted."""
    times = looker.ask(COUNT, [proof["css"] for proof in selectors.values()])
    for (what, proof), seen in zip(selectors.items(), times, strict=True):
        if page.endswith(POSTED) and page not in proof["on"]:
            continue
        assert seen == proof["on"].get(page, 0), f"sites/{name}.js: “{what}” on {page}"
