"""DNS rebinding: only requests that name this agent as their host get in."""

import pytest

from tests.agent.calls import Caller


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost:8642", "[::1]:8642", "LOCALHOST:8642"])
def test_the_agents_own_names_get_in(browser: Caller, host: str) -> None:
    assert browser("GET", "/v1/posts", Host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8642",
        "127.0.0.1",
        "127.0.0.1:8643",
        "localhost",
        "127.0.0.1:8642.evil.example",
        "127.0.0.1:8642@evil.example",
        "0.0.0.0:8642",
        "127.1:8642",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/v1/health", "/v1/posts", "/", "/assets/base.css", "/nowhere"])
def test_any_other_name_is_refused_on_every_kind_of_route(browser: Caller, host: str, path: str) -> None:
    answer = browser("GET", path, Host=host)
    assert answer.status_code == 421
    assert "http://127.0.0.1:8642" in answer.text
