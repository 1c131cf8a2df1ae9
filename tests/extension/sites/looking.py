"""Opens saved pages at their own addresses, with the real site files in them, and asks what those see."""

from typing import Any, Protocol

from playwright.sync_api import Page, Route

from tests.extension.make_index import EXTENSION, content_files
from tests.extension.sites.saved import SavedPage

START = "content/main.js"
"""The one content script that would begin to watch; the others only say what they can do."""

DEEP = """
const deep = (css, root = document) => [
  ...root.querySelectorAll(css),
  ...[...root.querySelectorAll("*")].flatMap((one) => (one.shadowRoot ? deep(css, one.shadowRoot) : [])),
];
"""
WRITABLE = (
    "textarea, [contenteditable='true'], [contenteditable=''], [contenteditable='plaintext-only'], "
    "input:not([type=hidden], [type=submit], [type=button], [type=checkbox], [type=file])"
)
CONTROLS = "button, [role=button], input[type=submit], input[type=button]"

FIND_ALL = f"""
(declared) => {{
  {DEEP}
  const writable = deep("{WRITABLE}").filter((one) => !one.parentElement?.isContentEditable);
  const found = writable.filter((field) => findComposer(field));
  const site = siteHere();
  return {{
    site: site.name,
    own: site.ownHandle(),
    undeclared: found.filter((field) => !declared.some((css) => deep(css).includes(field)))
      .map((field) => field.outerHTML.slice(0, 200)),
    items: site.items().map(({{ mark, ...item }}) => ({{ ...item, mark: typeof mark }})),
    marks: new Set(site.items().map(({{ mark }}) => mark)).size,
  }};
}}
"""
LOOK_AT_COMPOSER = f"""
({{ field: css, submit }}) => {{
  {DEEP}
  const fields = deep(css);
  const found = fields.length === 1 ? findComposer(fields[0]) : null;
  if (!found) return {{ fields: fields.length, found: false }};
  const {{ site, composer }} = found;
  const keys = typeof site.submitKeys === "function" ? site.submitKeys(composer) : site.submitKeys;
  const posting = deep("{CONTROLS}").filter((control) => site.submits(control, composer));
  return {{
    fields: 1,
    found: true,
    inRoot: holds(composer.root, composer.field),
    keys,
    limit: site.limit(composer),
    context: site.context(composer),
    posting: posting.map((control) => control.outerHTML.slice(0, 200)),
    declared: deep(submit).map((control) => control.outerHTML.slice(0, 200)),
  }};
}}
"""
COUNT = f"(selectors) => {{ {DEEP} return selectors.map((css) => deep(css).length); }}"
POST = f"""
({{ text, into, html }}) => {{
  {DEEP}
  const site = siteHere();
  const post = {{ text, baseline: baselineOf(site, text), context: {{}} }};
  const before = outcomeOf(site, post, null).state;
  const [place] = deep(into);
  place.insertAdjacentHTML("beforeend", html);
  return {{ before, after: outcomeOf(site, post, null) }};
}}
"""


SCRIPTS = "\n".join(
    (EXTENSION / path).read_text(encoding="utf-8") for path in content_files() if path != START
)


class Looker(Protocol):
    """One browser tab that goes from saved page to saved page."""

    def open(self, saved: SavedPage) -> None:
        """Show a saved page at its address with all site files loaded."""

    def ask(self, script: str, argument: object = None) -> Any:
        """The value of a JavaScript function on the page."""

    def click(self, css: str) -> None:
        """Press what this selector finds, as the person does."""


class InChromium:
    """Playwright answers for every address with the saved page; nothing leaves the machine."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._shown: SavedPage | None = None
        page.route("**/*", self._serve)

    def _serve(self, route: Route) -> None:
        if self._shown and route.request.is_navigation_request() and route.request.url.startswith("http"):
            route.fulfill(content_type="text/html; charset=utf-8", body=self._shown.html)
        else:
            route.abort()

    def open(self, saved: SavedPage) -> None:
        """Navigate to it."""
        self._shown = saved
        self._page.goto(saved.address)
        self._page.add_script_tag(content=SCRIPTS)

    def ask(self, script: str, argument: object = None) -> Any:
        """Evaluate it."""
        return self._page.evaluate(script, argument)

    def click(self, css: str) -> None:
        """With the mouse."""
        self._page.click(css)
