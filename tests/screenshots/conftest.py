"""An agent with a little history."""

from collections.abc import Iterator

import pytest

from tests.agent_process import RunningAgent, start_agent
from tests.servers.site import AUTHOR, TEXT, TITLE

POSTED = (
    ("2026-11-02T18:20:00Z", "Great post!"),
    (
        "2026-11-05T07:41:00Z",
        "We run a bike kitchen and had the same gap: eleven of thirty wrote in the first month. A thread for "
        "photos of finished repairs brought the shy ones in.",
    ),
    (
        "2026-11-09T12:05:00Z",
        "How many of the thirty-one answered by mail, and how many in the forum itself?",
    ),
)


@pytest.fixture(scope="module")
def agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """A real agent that has three posts in its log."""
    running = start_agent(tmp_path_factory.mktemp("agent")).wait_until_ready()
    key = running.pair()
    context = {"site": "wordpress", "kind": "comment", "parent_text": TEXT, "parent_author": AUTHOR}
    for number, (posted_at, text) in enumerate(POSTED, start=1):
        post = {
            "text": text,
            "posted_at": posted_at,
            "permalink": f"https://fixit.example/repair-cafe/#comment-{number}",
            "context": {**context, "thread_title": TITLE},
        }
        running.call(
            "PUT", f"/v1/posts/019380a0-0000-7000-8000-{number:012}", post, key=key
        ).raise_for_status()
    yield running
    running.stop()
