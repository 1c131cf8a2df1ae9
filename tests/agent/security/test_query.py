"""A parameter is given once, or the call is refused."""

import pytest

from tests.agent.calls import Caller


@pytest.mark.parametrize(
    "path", ["/v1/posts?site=x&site=isso", "/v1/people?limit=1&limit=2", "/v1/posts?a=&a="]
)
def test_a_parameter_given_twice_is_refused(browser: Caller, path: str) -> None:
    answer = browser("GET", path)
    assert answer.status_code == 422
    assert "once" in answer.json["detail"]
