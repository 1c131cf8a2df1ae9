"""Text by others, and numbers of posts, on this terminal."""

import unicodedata


def plain(text: str) -> str:
    """`text` on one line, without characters that a terminal would obey instead of show."""
    shown = "".join(" " if unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp") else each for each in text)
    return " ".join(shown.split())


def shortened(text: str, width: int) -> str:
    """The beginning of `plain(text)`, at most `width` characters."""
    text = plain(text)
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def posts(number: int) -> str:
    """`1 post`, `1,200 posts`."""
    return f"{number:,} post{'' if number == 1 else 's'}"
