"""What a page comes to show, waited for: Playwright's `expect`, in either browser."""

from typing import TYPE_CHECKING, Any

from playwright.sync_api import Locator as ChromiumLocator
from playwright.sync_api import expect as playwrights_expect

from tests.extension.reach import eventually

if TYPE_CHECKING:
    from tests.extension.firefox.locator import Locator as FirefoxLocator


def expect(locator: "ChromiumLocator | FirefoxLocator") -> Any:
    """Assertions about a locator that wait until they hold."""
    return playwrights_expect(locator) if isinstance(locator, ChromiumLocator) else _Expected(locator)


class _Expected:
    """Those of Playwright's assertions that the tests for both browsers use."""

    def __init__(self, locator: "FirefoxLocator") -> None:
        self._locator = locator

    def to_be_visible(self) -> None:
        eventually(self._locator.is_visible, f"{self._locator.arguments} to be seen")

    def to_be_hidden(self) -> None:
        eventually(lambda: not self._locator.is_visible(), f"{self._locator.arguments} to go")

    def to_be_focused(self) -> None:
        is_focused = "one => one.getRootNode().activeElement === one"
        eventually(lambda: self._locator.evaluate(is_focused), f"{self._locator.arguments} to have the focus")

    def not_to_have_value(self, value: str) -> None:
        eventually(lambda: self._locator.input_value() != value, f"{self._locator.arguments} to be filled in")

    def to_contain_text(self, text: str) -> None:
        eventually(lambda: text in self._locator.inner_text(), f"“{text}” in {self._locator.arguments}")

    def to_have_count(self, count: int) -> None:
        eventually(lambda: self._locator.count() == count, f"{count} of {self._locator.arguments}")
