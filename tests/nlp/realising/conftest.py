"""What a parent offers to be taken up."""

from collections.abc import Callable

import pytest

from nlp import Context, Reviewer
from nlp.reading import reading_of
from nlp.realising.matter import Matter, matter_of

Offer = Callable[..., Matter]


@pytest.fixture(scope="session")
def offered(reviewer: Reviewer) -> Offer:
    """`offered("We moved to Postgres.", title="…", author="…")`."""

    def of(text: str, title: str | None = None, author: str | None = None) -> Matter:
        context = Context(parent_text=text, thread_title=title, parent_author=author)
        parent = reading_of(next(reviewer._reader.read([("x", context)]))).parent
        assert parent is not None
        return matter_of(reviewer._reader.parsed(parent), context)

    return of
