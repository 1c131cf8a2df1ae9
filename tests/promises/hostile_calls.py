"""What a program that was never let in tries."""

CALLS = [
    ("GET", "/v1/posts"),
    ("GET", "/v1/export"),
    ("GET", "/v1/insights"),
    ("POST", "/v1/reviews"),
    ("DELETE", "/v1/data"),
    ("GET", "/history"),
]
WITH_THE_VIEWERS_COOKIE = [*CALLS, ("POST", "/stored/deletions"), ("GET", "/stored/export/jsonl")]
REFUSED = (401, 403, 404, 405)
"""The statuses of answers that say no."""
