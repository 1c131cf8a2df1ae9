"""Whose words they are: turns a parent's words to the side of who answers it, and asked-for words back."""

from collections.abc import Iterable

from spacy.tokens import Token

from nlp.realising.lists import listed

TO_THE_READER = {
    "i": "you", "we": "you", "me": "you", "us": "you", "my": "your", "our": "your", "mine": "yours",
    "ours": "yours", "myself": "yourself", "ourselves": "yourselves", "i'm": "you're", "'m": "'re",
    "am": "are",
}  # fmt: skip
"""What the parent's writer says of themselves, said to them."""
TO_THE_WRITER = {
    "you": "I", "your": "my", "yours": "mine", "yourself": "myself", "yourselves": "ourselves",
}  # fmt: skip
"""What the parent asks its readers, said of oneself."""
UNOWNED = {"my": "the", "our": "the", "your": "the"}
"""A thing without its owner, for one's own go at it."""
READERS = frozenset(TO_THE_WRITER)
SPEAKERS = frozenset(("i", "we"))


def turned(tokens: Iterable[Token], table: dict[str, str]) -> str:
    """The text of tokens that follow one another, with each word of the table replaced; "US" is a country."""
    parts = [
        (token.text if token.text == "US" else table.get(token.lower_, token.text), token.whitespace_)
        for token in tokens
    ]
    return "".join(word + space for word, space in parts).strip()


def points_elsewhere(tokens: Iterable[Token]) -> bool:
    """Whether some word can be understood only where it stood."""
    return any(token.lower_ in listed("pointing") for token in tokens)
