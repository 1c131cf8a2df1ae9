"""The post that every server of the tests shows, and where it can be read and commented on."""

from dataclasses import dataclass

TITLE = "Our repair café moved from a mailing list to a forum"
AUTHOR = "Maria Lindqvist"
TEXT = (
    "In March we moved our repair café from a mailing list to a forum. Forty volunteers had been on the "
    "list since 2014. In the first month only nine of them posted, and by June it was thirty-one. What "
    "helped most was a weekly digest by mail that people could answer without logging in. What would you "
    "have done differently?"
)


@dataclass(frozen=True)
class Site:
    """A page with a parent post and a comment box under it."""

    url: str
    parent_title: str = TITLE
    parent_text: str = TEXT
    author: str = AUTHOR
