"""The words of HTML that people wrote in an editor, paragraph by paragraph."""

import re
from html.parser import HTMLParser

_PARAGRAPHS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol blockquote pre table section article header footer figure hr".split()  # noqa: SIM905
)
_LINES = frozenset(("br", "li", "tr", "figcaption", "dt", "dd"))
_UNSEEN = frozenset(("script", "style", "template", "head", "title"))
_LONGEST = 1 << 20
_BREAKS = re.compile(r"<(?:p\b|br\b|div\b|!-- wp:)", re.IGNORECASE)


def words_of(html: str) -> str:
    """What a reader sees: paragraphs with an empty line between them, `<br>` as a line break, no markup."""
    if "<" not in html and "&" not in html:
        return html.strip()
    parser = _Words()
    parser.feed(html[:_LONGEST])
    parser.close()
    return parser.text()


def words_of_typed(html: str) -> str:
    """The same where HTML is allowed and, without it, line ends count: in comments and older articles."""
    return words_of(html if _BREAKS.search(html) else html.replace("\n", "<br>"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self._parts: list[str] = []
        self._unseen = 0
        self._kept = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _UNSEEN:
            self._unseen += 1
        self._kept += tag == "pre"
        self._break_before(tag)
        if tag == "li":
            self._parts.append("- ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._break_before(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        self._kept = max(0, self._kept - (tag == "pre"))
        if tag in _PARAGRAPHS:
            self._parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._parts.append(data if self._kept else re.sub(r"\s+", " ", data))

    def _break_before(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._parts.append("\n\n")
        elif tag in _LINES:
            self._parts.append("\n")

    def text(self) -> str:
        lines = [line.strip(" ") if line.strip() else "" for line in "".join(self._parts).split("\n")]
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
