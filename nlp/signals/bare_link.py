"""A link, and nothing but the way to it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nlp.reading import reading_of
from nlp.signals._page import SignalPage
from nlp.signals._rule import Rule
from nlp.text import LINK, tokens
from nlp.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def see(doc: "Doc") -> "Iterator[Span]":
    """Every link of a draft that holds links and no word beside them that says anything."""
    if reading_of(doc).context.parent_text:
        return
    own = [token for token in tokens(doc) if token.says_something and token.norm != LINK]
    if all(word.norm in words("pointers") for word in own):
        yield from (doc[token.i : token.i + 1] for token in tokens(doc) if token.norm == LINK)


rule = Rule(
    page=SignalPage(
        name="bare_link",
        kind="flag",
        title="A link and no word about it",
        what="A link (or several) with no words of your own beside it.",
        why="Readers must leave to find out whether it concerns them. A sentence on what is in it and why it "
        "matters here serves also those who never click.",
        wrong_when="The link answers somebody (so it is never flagged under a post), or the site's own form "
        "of posting is a title and a link.",
        source="Our own. Refined GitHub hides no comment with a link, and so none is flagged under a post.",
        reason="It drops a link without a word on what is in it.",
        bad=(
            "https://example.com/news/1",
            "via @maria https://example.com/a",
            "Here: www.example.com #news #tech",
        ),
        good=(
            "https://sqlite.org/wal.html explains why readers don't block the writer.",
            {"draft": "https://sqlite.org/wal.html", "answering": "Where are the docs on WAL mode?"},
            "Port 8080.",
        ),
    ),
    leads_to="promotion",
    headline="A link alone: say in a sentence what is in it and why it matters here.",
    see=see,
)
