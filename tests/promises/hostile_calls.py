"""What a program that was never let in tries."""

CALLS = [
    ("GET", "/v1/posts"),
    ("GET", "/v1/export"),
    ("GET", "/v1/insights"),
    ("POST", "/v1/reviews"),
    ("DELETE", "/v1/data"),
    ("GET", "/history"),
]
CHANGES = [call for call in CALLS if call[0] != "GET"]
"""Browsers say who sends these, also where an extension may call this machine."""
REFUSED = (401, 403, 404, 405)
"""The statuses of answers that say no."""
