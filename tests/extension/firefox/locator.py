"""Finds elements in a Firefox tab anew each time it is used, as Playwright's locators do."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from tests.extension.firefox.page import Page

T = TypeVar("T")
PATIENCE = 60
"""Seconds, as in reach.py."""

FIND = """
  const shown = (element) => element.checkVisibility({visibilityProperty: true});
  const said = (one) => (one.getAttribute("aria-label") || one.value || one.textContent).trim();
  const css = (root, selector) => [...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap((one) => one.shadowRoot ? css(one.shadowRoot, selector) : [])];
  const byText = (text) => css(document, "body *").filter((one) => one.innerText?.includes(text)
    && ![...one.children].some((child) => child.innerText?.includes(text)));
  const labels = (one) => [...(one.labels ?? [])].map((label) => label.textContent).join("");
  const byLabel = (text) => css(document, "input, textarea, select, [contenteditable]").filter(
    (one) => (one.getAttribute("aria-label") ?? labels(one)).includes(text));
  const roles = {
    alert: "[role=alert]", button: "button, [role=button], [type=submit]",
    link: "a[href]", listitem: "li, [role=listitem]",
  };
  const byRole = (role, name) => css(document, roles[role]).filter(
    (one) => shown(one) && said(one).includes(name));
"""


class Locator:
    """Elements, by the JavaScript that finds them; `{0}`, `{1}` stand for the arguments."""

    def __init__(self, page: "Page", code: str, arguments: list[object]) -> None:
        self.page = page
        self.code = code.format(*(f"given[{index}]" for index in range(len(arguments))))
        self.arguments = arguments
        self._pattern = code

    @property
    def first(self) -> "Locator":
        """The first of them."""
        return Locator(self.page, f"{self._pattern}.slice(0, 1)", self.arguments)

    def filter(self, *, has_text: str) -> "Locator":
        """Those that show a text."""
        index = len(self.arguments)
        code = f"{self._pattern}.filter((one) => one.textContent.includes({{{index}}}))"
        return Locator(self.page, code, [*self.arguments, has_text])

    def ask(self, body: str, *arguments: object) -> Any:
        """The value of a function body in which `found` are the elements, and `more` the arguments."""
        head = f"{FIND} const found = {self.code}; const more = given.slice({len(self.arguments)});"
        return self.page.script(head + body, *self.arguments, *arguments)

    def count(self) -> int:
        """How many there are."""
        return int(self.ask("return found.length;"))

    def is_visible(self) -> bool:
        """Whether one of them is seen."""
        return bool(self.ask("return found.some(shown);"))

    def evaluate(self, function: str, argument: object = None) -> Any:
        """The value of a function of the first element and the argument."""
        self._wait("there", lambda: self.count() > 0)
        return self.ask(f"return ({function}\n)(found[0], more[0]);", argument)

    def evaluate_all(self, function: str) -> Any:
        """The value of a function of all elements."""
        return self.ask(f"return ({function}\n)(found);")

    def input_value(self) -> str:
        """What stands in the field."""
        return str(self.evaluate("field => field.value"))

    def inner_text(self) -> str:
        """What the first shows."""
        return str(self.evaluate("one => one.innerText"))

    def click(self) -> None:
        """Click on the first with the mouse."""
        self._wait("seen", self.is_visible)
        self.page.mouse.click(*self._wait("free to click", lambda: self.page.place_to_click(self)))

    def fill(self, text: str) -> None:
        """Put a text in place of what stands there."""
        self.evaluate("field => { field.focus(); field.select?.(); }")
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def press(self, keys: str) -> None:
        """Press keys in the first."""
        self.evaluate("field => field.focus()")
        self.page.keyboard.press(keys)

    def _wait(self, what: str, look: Callable[[], T | None]) -> T:
        until = time.monotonic() + PATIENCE
        while not (found := look()):
            assert time.monotonic() < until, (
                f"Waited {PATIENCE} s for {self.code} of {self.arguments} to be {what}."
            )
            time.sleep(0.03)
        return found
