"""A server that speaks as a site does, one for each module of tests."""

import pytest

from tests.agent.collectors.api import Api


@pytest.fixture
def api(_api: Api) -> Api:
    """A server that has been asked nothing and knows nothing."""
    return _api.reset()
