"""Text in, review out: what a draft brings to its conversation. No Flask, no SQLite, no network, no clock."""

from typing import TYPE_CHECKING

from nlp.review import Context, EarlierPost, History, Review, Signal, Span, Suggestion

if TYPE_CHECKING:
    from nlp.reviewer import Reviewer

__all__ = [
    "Context",
    "EarlierPost",
    "History",
    "Review",
    "Reviewer",
    "Signal",
    "Span",
    "Suggestion",
    "load",
]


def load() -> "Reviewer":
    """The reviewer with the shipped pipeline. Takes seconds: once per process; may be shared by threads."""
    from nlp.reviewer import Reviewer

    return Reviewer()


def __getattr__(name: str) -> object:
    # spaCy takes more than a second to import; who only needs the models shouldn't wait for it.
    if name == "Reviewer":
        from nlp.reviewer import Reviewer

        return Reviewer
    raise AttributeError(f"module 'nlp' has no attribute {name!r}")
