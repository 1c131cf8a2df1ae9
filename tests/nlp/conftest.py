"""One reviewer for all tests of this folder: loading takes seconds, and it keeps nothing between drafts."""

from collections.abc import Callable

import pytest

import nlp
from nlp import Context, Review, Reviewer


@pytest.fixture(scope="session")
def reviewer() -> Reviewer:
    return nlp.load()


@pytest.fixture(scope="session")
def review(reviewer: Reviewer) -> Callable[..., Review]:
    """`review(draft, answering="…", title="…", site="x", muted=[…])`."""

    def reviewed(
        draft: str,
        answering: str | None = None,
        title: str | None = None,
        site: str | None = None,
        **options: object,
    ) -> Review:
        context = Context(site=site, parent_text=answering, thread_title=title)
        return reviewer.review(draft, context, **options)

    return reviewed
