"""The pages with the editors, switched on in both browsers."""

from collections.abc import Callable, Iterator

import pytest

from tests.extension.editors.editor_pages import editor_pages
from tests.extension.editors.matrix import Row, table
from tests.extension.either import Page, Person


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with editor_pages(tmp_path_factory.mktemp("bundles")) as origin:
        yield origin


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> Person:
    """One browser after the other; no agent is needed to read and apply."""
    return request.getfixturevalue(f"new_{request.param}")


@pytest.fixture
def origin(served: str, browser: Person) -> str:
    """Where the editors' pages are, switched on."""
    if served not in browser.stored().get("sites", []):
        browser.switch_on(served)
    return served


@pytest.fixture
def at_editor(browser: Person, origin: str) -> Iterator[Callable[[str], Page]]:
    """Opens an editor's page and waits for it."""
    opened: list[Page] = []

    def open_page(editor: str) -> Page:
        page = browser.open(f"{origin}/{editor}")
        opened.append(page)
        page.wait_for_function("document.documentElement.dataset.ready && window.editors.frame")
        return page

    yield open_page
    for page in opened:
        page.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of what went right in which editor."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    rows = [Row(**kept) for report in reports for name, kept in report.user_properties if name == "row"]
    if rows:
        terminalreporter.section("editors: places in which each job went right, of those tried")
        terminalreporter.write_line(table(rows))
