"""Length counts where the site counts."""

import pytest

from nlp.lengths import counted, fits_site


@pytest.mark.parametrize(
    ("text", "weighted"),
    [
        ("a" * 280, 280),
        ("é" * 10, 10),
        ("キ" * 10, 20),
        ("🙂" * 3, 6),
        ("👩‍👩‍👧", 2),
        ("👍🏽", 2),
        ("see https://example.com/" + "x" * 200, 27),
        ("“so”", 4),
    ],
)
def test_x_weighs_its_characters(text: str, weighted: int) -> None:
    assert counted(text, "x") == weighted


def test_a_link_is_short_on_mastodon_and_long_elsewhere() -> None:
    link = "https://example.com/" + "x" * 500
    assert fits_site(link, "mastodon")
    assert not fits_site(link, "bluesky")


def test_a_post_may_be_as_long_as_its_site_takes() -> None:
    assert fits_site("🙂" * 140, "x")
    assert not fits_site("🙂" * 141, "x")
    assert fits_site("a" * 5000, None)
