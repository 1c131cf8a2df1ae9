"""A disk that is full in the middle of a write, as `python -m tests.bench.full_disk` makes one (root)."""

import pytest

from tests.bench.full_disk import KINDS, fill_up

ABOUT_ROOM = ("make room", "No space left")


@pytest.mark.servers
@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_full_disk_is_said_and_the_log_stays_as_it_was(kind) -> None:
    said = fill_up(kind)
    assert any(words in said for words in ABOUT_ROOM)
    assert "\n" not in said
