"""A server that speaks as a site does, one for each module of tests."""

from collections.abc import Iterator

import pytest

from tests.agent.collectors.api import Api, serving


@pytest.fixture(scope="module")
def _api() -> Iterator[Api]:
    with serving() as running:
        yield running


@pytest.fixture
def api(_api: Api) -> Api:
    """A server that has been asked nothing and knows nothing."""
    return _api.reset()
