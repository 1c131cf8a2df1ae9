"""The parts that need no extension around them: reading, comparing and placing, in a plain page."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.extension.make_index import EXTENSION, INDEX, content_files, index
from tests.extension.sites.looking import SCRIPTS


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    """A page in a browser without the extension."""
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture
def parts(plain: Page) -> Page:
    """An empty page with all parts loaded and nothing started."""
    return with_parts(plain, "<!doctype html><title>t</title><div id=editor contenteditable></div>")


def with_parts(page: Page, html: str) -> Page:
    page.goto("about:blank")
    page.set_content(html)
    page.add_script_tag(content=SCRIPTS)
    return page


def test_the_list_of_content_files_is_fresh() -> None:
    assert INDEX.read_text(encoding="utf-8") == index(), (
        "background/content-files.js is stale: run `python -m tests.extension.make_index`."
    )


def test_no_function_of_the_content_scripts_is_left_that_nothing_uses() -> None:
    code = "\n".join((EXTENSION / path).read_text(encoding="utf-8") for path in content_files())
    made = re.findall(r"^(?:async )?function (\w+)", code, re.MULTILINE)
    assert made
    unused = [name for name in made if len(re.findall(rf"\b{name}\b", code)) == 1]
    assert not unused, f"Nothing calls {', '.join(unused)}."


def test_the_permission_for_this_machine_is_named_in_one_file() -> None:
    named = [path for path in EXTENSION.rglob("*.js") if "//127.0.0.1/*" in path.read_text(encoding="utf-8")]
    assert named == [EXTENSION / "shared" / "origins.js"]


@pytest.mark.parametrize("name", [path.stem for path in sorted((EXTENSION / "editors").glob("*.js"))])
def test_an_editor_registers_itself_by_its_file_name(parts: Page, name: str) -> None:
    assert parts.evaluate("name => pitchInRegistry().editors.has(name)", name), (
        f'editors/{name}.js must call registerEditor({{name: "{name}", …}}).'
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<br>", ""),
        ("one", "one"),
        ("one<br>two", "one\ntwo"),
        ("one<br><br>two", "one\n\ntwo"),
        ("one<br>", "one"),
        ("<div>one</div><div>two</div>", "one\ntwo"),
        ("one<div>two</div>", "one\ntwo"),
        ("<p>one</p>\n<p>two</p>", "one\ntwo"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<p>one <b>bold</b>&nbsp;word</p>", "one bold word"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("<div><div>one</div></div><div>two</div>", "one\ntwo"),
        ('<p style="white-space: pre-wrap">one\n two</p>', "one\n two"),
        ("<p>one\n   two</p>", "one two"),
    ],
)
def test_an_editable_element_is_read_with_its_line_breaks(parts: Page, html: str, text: str) -> None:
    parts.locator("#editor").evaluate("(editor, html) => { editor.innerHTML = html; }", html)
    assert (
        parts.evaluate("editorOf(document.querySelector('#editor')).read(document.querySelector('#editor'))")
        == text
    )


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ('He said "yes" -- really...', "He said “yes” — really…"),
        ("one\n\ntwo", "one two"),
        ("**bold** and [a guide](https://example.org/x)", "bold and a guide"),
        ("👍👍", "👍👍"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_the_same_text_is_known_in_the_sites_own_dress(parts: Page, sent: str, shown: str) -> None:
    assert parts.evaluate("([sent, shown]) => sameText(sent, shown)", [sent, shown])


@pytest.mark.parametrize(
    ("sent", "shown"), [("Port 8080.", "Port 80."), ("", ""), ("yes", "yes and no"), ("!!!", "")]
)
def test_another_text_is_another_text(parts: Page, sent: str, shown: str) -> None:
    assert not parts.evaluate("([sent, shown]) => sameText(sent, shown)", [sent, shown])


WEAK = """
<form><textarea>We had the same gap.</textarea><button>Post reply</button></form><p role="status">{said}</p>
"""


@pytest.mark.parametrize(
    ("said", "draft", "state"),
    [
        ("Your reply is on its way.", "", "confirmed"),
        ("Your reply is on its way.", "We had the same gap.", "pending"),
        ("", "", "pending"),
        ("Something went wrong, try again.", "We had the same gap.", "failed"),
        ("Something went wrong, try again.", "", "pending"),
    ],
)
def test_one_weak_sign_proves_nothing_and_two_do(plain: Page, said: str, draft: str, state: str) -> None:
    with_parts(plain, WEAK.format(said=said))
    outcome = plain.evaluate(
        """draft => {
             const field = document.querySelector("textarea");
             field.value = draft;
             const post = {text: "We had the same gap.", baseline: []};
             return outcomeByWeakSigns(post, {field, root: field.form});
           }""",
        draft,
    )
    assert outcome["state"] == state


def test_a_page_that_a_site_file_does_not_understand_still_gets_a_review(parts: Page) -> None:
    context = parts.evaluate(
        """() => {
             window.addEventListener("error", (event) => event.preventDefault());
             return contextOf({name: "page", context() { throw new Error("changed"); }}, {});
           }"""
    )
    assert context["site"] == "page"
    assert context["parent_text"] is None


def test_marks_may_overlap(parts: Page) -> None:
    spans = [{"span": {"start": 0, "end": 5}, "of": "a"}, {"span": {"start": 3, "end": 8}, "of": "b"}]
    pieces = parts.evaluate("spans => cutBySpans('abcdefgh ij', spans)", spans)
    assert [(piece["text"], piece["of"]) for piece in pieces] == [
        ("abc", ["a"]),
        ("de", ["a", "b"]),
        ("fgh", ["b"]),
        (" ij", []),
    ]


def field(left: float, top: float, right: float, bottom: float) -> dict[str, float]:
    return {"left": left, "top": top, "right": right, "bottom": bottom}


@pytest.mark.parametrize(
    ("box", "right_to_left", "place"),
    [
        (field(100, 100, 500, 200), False, {"left": 390, "top": 186}),
        (field(100, 100, 500, 200), True, {"left": 110, "top": 186}),
        (field(100, 100, 500, 5000), False, {"left": 390, "top": 768}),
        (field(100, -300, 500, -10), False, None),
        (field(100, 900, 500, 1000), False, None),
        (field(100, 100, 100, 100), False, None),
    ],
)
def test_the_chip_sits_on_the_lower_edge_of_what_is_seen_of_the_field(
    parts: Page, box: object, right_to_left: bool, place: object
) -> None:
    size, view = {"width": 100, "height": 28}, {"width": 1000, "height": 800}
    assert parts.evaluate("(given) => chipPlace(...given)", [box, size, view, right_to_left]) == place


@pytest.mark.parametrize(
    "box",
    [
        field(100, 50, 900, 200),
        field(100, 600, 900, 790),
        field(20, 10, 500, 790),
        field(500, 10, 990, 790),
        field(100, 320, 900, 480),
    ],
    ids=["field above", "field below", "field at the left", "field at the right", "field in the middle"],
)
def test_the_panel_leaves_the_draft_in_view(parts: Page, box: dict[str, float]) -> None:
    size, view = {"width": 400, "height": 500}, {"width": 1000, "height": 800}
    place = parts.evaluate("(given) => panelPlace(...given)", [box, size, view])
    height = min(size["height"], place["height"])
    beside = place["left"] >= box["right"] or place["left"] + size["width"] <= box["left"]
    apart = place["top"] >= box["bottom"] or place["top"] + height <= box["top"]
    assert beside or apart
    assert place["top"] >= 0
    assert place["top"] + height <= view["height"]


def test_a_page_is_searched_anew_where_its_heading_is_gone_or_its_address_is_new(
    parts: Page,
) -> None:
    said = parts.evaluate(
        """() => {
          const heading = (text) => Object.assign(document.createElement("h1"), {textContent: text});
          const first = heading("One");
          document.body.append(first);
          const said = [pageTitle()];
          first.textContent = "Two";
          said.push(pageTitle());
          first.replaceWith(heading("Three"));
          said.push(pageTitle());
          document.querySelector("h1").remove();
          said.push(pageTitle());
          location.hash = "#next";
          document.body.append(heading("Four"));
          said.push(pageTitle());
          return said;
        }"""
    )
    assert said == ["One", "Two", "Three", "t", "Four"]


def test_a_feed_is_about_the_article_that_stands_first_now(parts: Page) -> None:
    said = parts.evaluate(
        """() => {
          const article = (text) => Object.assign(document.createElement("article"), {textContent: text});
          const composer = document.querySelector("#editor");
          document.body.append(article("One"), article("Two"));
          const said = [pageArticle(composer)];
          document.querySelector("article").remove();
          said.push(pageArticle(composer));
          return said;
        }"""
    )
    assert said == ["One", "Two"]


def test_a_page_is_about_the_text_it_marks_also_where_that_comes_after_the_first_review(parts: Page) -> None:
    said = parts.evaluate(
        """() => {
          const made = (tag, textContent) => Object.assign(document.createElement(tag), {textContent});
          const composer = document.querySelector("#editor");
          document.body.append(made("article", "A teaser"));
          const said = [pageArticle(composer)];
          const marked = made("div", "What the page is about");
          marked.className = "entry-content";
          document.body.append(marked);
          said.push(pageArticle(composer));
          marked.remove();
          said.push(pageArticle(composer));
          return said;
        }"""
    )
    assert said == ["A teaser", "What the page is about", "A teaser"]


@pytest.mark.parametrize("done", ["apply", "undo"])
def test_a_field_is_read_on_after_its_editor_threw_at_what_was_put_into_it(parts: Page, done: str) -> None:
    told = parts.evaluate(
        """async (done) => {
          window.addEventListener("error", (event) => event.preventDefault());
          const field = document.createElement("textarea");
          field.value = "Great post!";
          document.body.append(field);
          const site = {...pitchInRegistry().sites.get("page"), context: () => ({site: "page"})};
          const {signal} = new AbortController();
          const writing = createWriting(site, {field, root: document.body}, () => {}, signal);
          const editor = pitchInRegistry().editors.get("textarea");
          editor.write = editor.undo = () => { throw new Error("the page's own"); };
          writing.applied = {move: "ask", before: "Great!", after: "Great post!"};
          const took = await (done === "apply" ? writing.apply("ask", "Who asked?") : writing.undo());
          field.value = "Who asked, and when?";
          writing.typed();
          return [took, writing.stage.name];
        }""",
        done,
    )
    assert told == [False, "reading"]
