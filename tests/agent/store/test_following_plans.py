"""What is asked of a log again and again reads by an index: a long log answers as a short one does."""

import re
from typing import Any

import pytest

from agent.store import Log, addresses, collecting, conversations, people, replies

ASKED: dict[str, tuple[str, Any]] = {
    "posts that came": (addresses._NEW, [10]),
    "posts that were moved": (addresses._MOVED, [10]),
    "conversations to wake": (addresses._WAKE, ["[]"]),
    "the post at a permalink": (addresses._BY_PERMALINK, ["a"]),
    "the post at an address": (addresses._BY_ADDRESS, ["a"]),
    "snoozes that ended": (conversations._SLEEPERS, [""]),
    "snoozes to end": (conversations._WAKE, [""]),
    "threads to look through": (conversations._STALE, [10]),
    "later posts in a thread": (conversations._MINE, {"post": 1, "posted_at": ""}),
    "the person's names in a thread": (conversations._OWN_NAMES, {"post": 1}),
    "a page of conversations": (
        conversations._PAGE,
        {"state": "open", "since": "", "active_at": "", "before": 0, "limit": 10},
    ),
    "the conversation about a post": (conversations._ONE, ["a"]),
    "posts not searched for people": (people._UNREAD, [10]),
    "where a post thanks": (people._SPANS, [1]),
    "sites posted to": (collecting._HOSTS, []),
    "posts put off too far": (collecting._POSTS_BEYOND, ["a"]),
    "the post that is due": (collecting._DUE, ["a", "b"]),
    "a reply": (
        replies._PUT,
        dict.fromkeys(
            ["post", "address", "permalink", "author", "written_at", "answers", "mine", "text", "seen_at"]
        ),
    ),
}
GROWING = r"posts|addresses|engagement|replies|conversations|signals|ties|people"


@pytest.mark.parametrize("asked", ASKED)
def test_nothing_is_looked_for_from_end_to_end(log: Log, asked: str) -> None:
    sql, values = ASKED[asked]
    with log.reading() as db:
        steps = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    whole = [step for step in steps if re.match(rf"SCAN ({GROWING})\b(?! USING)", step)]
    assert not whole, f"{asked}: {whole}"
