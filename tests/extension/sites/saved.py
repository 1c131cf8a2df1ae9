"""Saved pages and what must be found on them: `tests/pages/SITE/PAGE.html` beside `PAGE.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parents[2] / "pages"
CONTEXT = ("kind", "parent_text", "parent_author", "thread_title")
COUNTS = ("likes", "replies", "shares", "views")


@dataclass(frozen=True)
class SavedPage:
    """A page and its expectations, which `tests/pages/README.md` explains."""

    name: str
    expected: dict[str, Any]

    @property
    def site(self) -> str:
        """The site file that must know it: its folder's name, unless the expectations name another."""
        return str(self.expected.get("site", self.folder))

    @property
    def folder(self) -> str:
        """The site that it is a page of."""
        return self.name.partition("/")[0]

    @property
    def address(self) -> str:
        """Where the browser believes that it is."""
        return str(self.expected["address"])

    @property
    def html(self) -> str:
        """The page itself."""
        return (PAGES / self.name).read_text(encoding="utf-8")

    @property
    def composers(self) -> list[dict[str, Any]]:
        """The fields that are public composers, each with all that its site must say of it."""
        return [self._composer(declared) for declared in self.expected.get("composer", [])]

    def _composer(self, declared: dict[str, Any]) -> dict[str, Any]:
        context = {name: declared.get(name) for name in CONTEXT}
        here = self.address.partition("#")[0]
        return {
            "field": declared["field"],
            "submit": declared.get("submit", ":not(*)"),
            "keys": declared.get("keys", "none"),
            "limit": declared.get("limit"),
            "context": {"site": self.site, "page_url": declared.get("page_url", here), **context},
        }

    @property
    def items(self) -> list[dict[str, Any]]:
        """The posts and comments that stand on it."""
        return [_item(declared) for declared in self.expected.get("item", [])]


def _item(declared: dict[str, Any]) -> dict[str, Any]:
    counts = {name: _count(declared[name]) for name in COUNTS if name in declared}
    told = {name: declared[name] for name in ("own", "deleted") if name in declared}
    plain = {name: declared.get(name) for name in ("text", "permalink", "author")}
    return {**plain, "counts": counts, **told}


def _count(shown: int | str) -> dict[str, Any]:
    """40 is exact, "~1200" was shown as a round figure."""
    if isinstance(shown, str):
        return {"value": int(shown.removeprefix("~")), "precision": "rounded"}
    return {"value": shown, "precision": "exact"}


def saved_pages() -> list[SavedPage]:
    """All saved pages, by name."""
    return [
        SavedPage(
            path.relative_to(PAGES).as_posix(), tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
        )
        for path in sorted(PAGES.rglob("*.html"))
    ]
