"""How the tests call the HTTP interface."""

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


@dataclass(frozen=True)
class Caller:
    """Calls with the headers that every call needs, and with those of this caller."""

    client: FlaskClient
    headers: dict[str, str] = field(default_factory=dict)

    def __call__(
        self, method: str, path: str, body: object = None, *, without: tuple[str, ...] = (), **headers: str
    ) -> TestResponse:
        """`headers` with `_` for `-`; those named in `without` are left out."""
        given = {"Host": "127.0.0.1:8642", "X-Pitch-In": "1", **self.headers}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in given.items() if name not in without}
        return self.client.open(path, method=method, json=body, headers=sent, buffered=True)


def new_post(**changes: Any) -> dict[str, Any]:
    """What the extension sends when something was posted."""
    return {
        "text": "Great post!",
        "posted_at": "2026-11-25T18:09:15.123Z",
        "permalink": "https://blog.example/builds#comment-7",
        "context": {
            "site": "isso",
            "kind": "comment",
            "page_url": "https://blog.example/builds",
            "parent_text": "We moved our builds to two small machines under the desk.",
            "parent_author": "maria",
            "thread_title": "What our build queue taught us",
        },
        **changes,
    }


def new_id() -> str:
    """An id as a client makes it."""
    return str(uuid4())
