"""Sites are called as people write them, whatever their file is called."""

import pytest

from agent.site_names import site_title


@pytest.mark.parametrize(
    ("site", "title"),
    [
        ("x", "X"),
        ("mastodon", "Mastodon"),
        ("hackernews", "Hacker News"),
        ("nodebb", "NodeBB"),
        ("googlegroups", "Google Groups"),
        ("page", "Other sites"),
    ],
)
def test_a_site_has_its_own_name(site: str, title: str) -> None:
    assert site_title(site) == title
