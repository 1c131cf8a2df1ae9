"""Turns what a person types into a search box into a full-text query that can't be malformed."""

import unicodedata


def full_text_query(typed: str) -> str | None:
    """All words must occur. `None` where nothing typed could be found.

    FTS5's own operators aren't offered: people who paste a sentence shouldn't meet a syntax error.
    """
    words = "".join(character if _belongs_to_word(character) else " " for character in typed).split()
    if not words:
        return None
    return " ".join(f'"{word}"' for word in words)


def with_beginnings(query: str) -> str:
    """The same, where the last word may be a beginning."""
    return f"{query}*"


def _belongs_to_word(character: str) -> bool:
    # As FTS5's unicode61 tokenizer does: letters, numbers, private use; marks, which it drops by itself.
    return unicodedata.category(character)[0] in "LNM" or unicodedata.category(character) == "Co"
