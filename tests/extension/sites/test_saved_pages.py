"""Each site file finds on its saved pages what it declares: no less, and nothing more."""

from typing import Any

import pytest

from tests.extension.make_index import EXTENSION
from tests.extension.sites.looking import COUNT, FIND_ALL, LOOK_AT_COMPOSER, POST, Looker
from tests.extension.sites.saved import SavedPage, saved_pages

SITES = [path.stem for path in sorted((EXTENSION / "sites").glob("*.js"))]
POSTED = " posted"
"""After a page's name in a selector's proof: once the post of its expectations stands there."""


@pytest.fixture(scope="module", params=saved_pages(), ids=lambda saved: saved.name)
def saved(request: pytest.FixtureRequest, looker: Looker) -> SavedPage:
    """A saved page, shown in the browser: loaded once for the tests that only look."""
    looker.open(request.param)
    return request.param


def test_the_page_is_known_by_its_site_and_holds_no_other_composer(looker: Looker, saved: SavedPage) -> None:
    found = looker.ask(FIND_ALL, [composer["field"] for composer in saved.composers])
    assert found["site"] == saved.site
    assert found["undeclared"] == [], "A field is read that must not be."
    assert found["own"] == saved.expected.get("own")
    assert [{name: item[name] for name in item if name != "mark"} for item in found["items"]] == saved.items
    assert found["marks"] == len(saved.items), "Two items have the same mark."


def test_its_composers_are_read_as_declared(looker: Looker, saved: SavedPage) -> None:
    for composer in saved.composers:
        seen = looker.ask(LOOK_AT_COMPOSER, composer)
        assert (seen["fields"], seen["found"]) == (1, True), f"{composer['field']} is no composer."
        assert seen["inRoot"], f"The root of {composer['field']} doesn't hold it."
        assert seen["context"] == composer["context"]
        assert (seen["keys"], seen["limit"]) == (composer["keys"], composer["limit"])
        assert seen["posting"] or composer["keys"] == "enter", "Nothing posts."
        assert seen["posting"] == seen["declared"], "Other controls post than the expectations say."


def test_each_selector_matches_it_as_often_as_it_says(looker: Looker, saved: SavedPage) -> None:
    for what, (declared, seen) in counts(looker, saved).items():
        assert seen == declared.get(saved.name, 0), f"sites/{saved.folder}.js: “{what}” on {saved.name}"


@pytest.mark.parametrize(
    "saved",
    [page for page in saved_pages() if "posted" in page.expected],
    ids=lambda saved: saved.name,
    indirect=True,
)
def test_a_post_is_seen_to_be_out_and_not_before(looker: Looker, saved: SavedPage) -> None:
    posted = saved.expected["posted"]
    seen = looker.ask(POST, {name: posted[name] for name in ("text", "into", "html")})
    assert seen["before"] == "pending"
    assert seen["after"] == {"state": "confirmed", "permalink": posted.get("permalink")}
    page = saved.name + POSTED
    for what, (declared, times) in counts(looker, saved).items():
        assert times == declared.get(page, times), f"sites/{saved.folder}.js: “{what}” on {page}"


def counts(looker: Looker, saved: SavedPage) -> dict[str, tuple[dict[str, int], int]]:
    """How often each selector of its site is said to match, by page, and how often it does on this one."""
    selectors = selectors_of(looker, saved.folder)
    times = looker.ask(COUNT, [proof["css"] for proof in selectors.values()])
    return {what: (selectors[what]["on"], seen) for what, seen in zip(selectors, times, strict=True)}


def selectors_of(looker: Looker, site: str) -> dict[str, Any]:
    found = looker.ask("name => pitchInRegistry().sites.get(name)?.selectors", site)
    assert found, f'sites/{site}.js must call registerSite({{name: "{site}", selectors: …}}).'
    return dict(found)


@pytest.mark.parametrize("looker", ["chromium"], indirect=True)
@pytest.mark.parametrize("name", SITES)
def test_every_selector_is_proven_by_a_page_that_is_there(looker: Looker, name: str) -> None:
    saved = [page for page in saved_pages() if page.folder == name]
    assert saved, f"Save a page of {name} in tests/pages/{name}/."
    looker.open(saved[0])
    pages = {page.name for page in saved}
    for what, proof in selectors_of(looker, name).items():
        assert any(proof["on"].values()), f"sites/{name}.js: no saved page proves the selector “{what}”."
        strange = {page.removesuffix(POSTED) for page in proof["on"]} - pages
        assert not strange, f"sites/{name}.js: “{what}” names {strange}, which isn't saved."


def test_nothing_is_read_where_a_page_says_never() -> None:
    wrong = [page.name for page in saved_pages() if "/never-" in page.name and page.composers]
    assert wrong == [], "A page never-… has no composer."
    lacking = {"page", "isso", "wordpress", "disqus", "hyperkitty", "googlegroups", "tumblr"}
    guarded = {page.folder for page in saved_pages() if "/never-" in page.name}
    assert set(SITES) - guarded <= lacking, (
        "Save a page never-… where the site has messages, edits or a log-in."
    )
