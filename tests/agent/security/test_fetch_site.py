"""What a web page sends is refused, whatever else it knows."""

import pytest

from tests.agent.calls import Caller, new_post
from tests.agent_process import EXTENSION

CALLS = [
    ("GET", "/v1/health", None),
    ("GET", "/v1/posts", None),
    ("POST", "/v1/reviews", {"draft": "Great post!"}),
    ("PUT", "/v1/posts/00000000-0000-4000-8000-000000000000", new_post()),
    ("POST", "/v1/pairings", {"browser": "Evil", "extension_version": "1"}),
]


@pytest.mark.parametrize(("method", "path", "body"), CALLS)
@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_a_web_page_is_refused_even_with_a_stolen_key(
    browser: Caller, method: str, path: str, body: object, site: str
) -> None:
    answer = browser(method, path, body, Origin="https://evil.example", Sec_Fetch_Site=site)
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/v1/health", "/v1/posts"])
def test_a_web_page_that_hides_its_origin_is_refused(browser: Caller, path: str) -> None:
    assert browser("GET", path, Sec_Fetch_Site="cross-site", without=("Origin",)).status_code == 403
    assert browser("GET", path, Sec_Fetch_Site="cross-site", Origin="null").status_code == 403


@pytest.mark.parametrize("site", ["none", "same-origin", "cross-site"])
def test_a_paired_browser_gets_in_with_and_without_the_permission_for_the_address(
    browser: Caller, site: str
) -> None:
    answer = browser("POST", "/v1/reviews", {"draft": "Great post!"}, Origin=EXTENSION, Sec_Fetch_Site=site)
    assert answer.status_code == 200
