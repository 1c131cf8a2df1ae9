"""Bodies are JSON, and say so; the slices of an uploaded export are bytes, and say so too.

`application/json` is no "simple" content type, so it is one more reason for a preflight; a form on a web page
can't send it. An unreadable body is told apart from a readable one that doesn't fit.
"""

from flask import request
from werkzeug.exceptions import BadRequest

from agent.problems import Invalid, Problem

MAX_BODY = 2 * 1024 * 1024
"""Bytes: a draft and what it answers, both of the longest and every character escaped, fit in."""


def check_json_body() -> None:
    """Refuse a body of another type (415), too large (413), unreadable (400) or no object (422)."""
    if request.method not in ("POST", "PUT", "PATCH"):
        return
    if request.mimetype != "application/json":
        raise Problem("Send the body as JSON, with the header Content-Type: application/json.", status=415)
    try:
        body = request.get_json()
    except (BadRequest, UnicodeDecodeError):
        raise Problem("The body is not JSON that can be read. Check its syntax.", status=400) from None
    if not isinstance(body, dict):
        raise Invalid("The body must be a JSON object: { … }.")


def check_bytes_body() -> None:
    """Refuse a body that isn't said to be bytes (415): such a type too makes a browser ask first."""
    if request.mimetype != "application/octet-stream":
        raise Problem("Send the bytes with the header Content-Type: application/octet-stream.", status=415)
