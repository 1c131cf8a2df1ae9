"""Reads the viewer as a person does: pages, their words, their forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask.testing import FlaskClient

HOST = "127.0.0.1:8642"


@dataclass(frozen=True)
class Page:
    """A page that came back; it is valid HTML, or it could not have been made."""

    status: int
    headers: Mapping[str, str]
    html: str
    tree: Element

    @property
    def words(self) -> str:
        """All that can be read on it, with single spaces."""
        return words_of(self.tree)

    def all(self, path: str) -> list[Element]:
        """Elements by an ElementTree path, such as `.//mark`."""
        return self.tree.findall(path)

    def named(self, name: str) -> Element:
        """The form control with this name."""
        found = [element for element in self.tree.iter() if element.get("name") == name]
        assert found, f"no control {name!r} on the page"
        return found[0]

    def form_to(self, end: str) -> str:
        """Where the first form is sent whose address ends like this."""
        return next(to for form in self.all(".//form") if (to := form.get("action", "")).endswith(end))

    def links(self) -> list[str]:
        """Where its links lead."""
        return [element.get("href", "") for element in self.all(".//a")]


def words_of(element: Element) -> str:
    """The text inside an element."""
    return " ".join("".join(element.itertext()).split())


def read(html: str) -> Element:
    """Parse a page; raises on the first fault."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(html) if html.startswith("<!doctype html>") else parser.parseFragment(html)
    return tree


class Viewer:
    """A browser's window on the viewer: it sends what browsers send, and follows no redirect by itself."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, **headers: str) -> Page:
        """Open a page by a click on one of ours."""
        return self._page("GET", path, None, {"Sec-Fetch-Site": "same-origin", **_headers(headers)})

    def send(self, path: str, form: Mapping[str, Any] | None = None) -> Page:
        """Send a form of one of our pages."""
        return self._page("POST", path, form or {}, {"Sec-Fetch-Site": "same-origin"})

    def send_from_elsewhere(self, path: str, **headers: str) -> Page:
        """Send a form that another page made, with the headers given."""
        return self._page("POST", path, {}, _headers(headers))

    def follow(self, page: Page) -> Page:
        """Go where a redirect leads."""
        assert page.status == 303, f"status {page.status}, no redirect"
        return self.get(page.headers["Location"])

    def _page(self, method: str, path: str, form: Mapping[str, Any] | None, headers: dict[str, str]) -> Page:
        sent = {"Host": HOST, **headers}
        with self.client.open(path, method=method, data=form, headers=sent) as answer:
            html = answer.get_data(as_text=True)
            is_page = answer.status_code != 303 and answer.mimetype == "text/html"
            tree = read(html) if is_page else Element("nothing")
            return Page(answer.status_code, answer.headers, html, tree)


def _headers(given: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in given.items()}
