"""Where a request was made, as the browser itself says.

A web page can't set `Sec-Fetch-Site` or `Origin`, so both tell the truth about requests that a browser sends
(the reasoning of Datasette's CSRF protection, 1.0a27, and of Filippo Valsorda's "Cross-Site Request Forgery",
2025). A paired extension is let through from another site: where a browser withholds the permission for the
agent's address, its requests count as cross-site, and its origin and key say who it is.
"""

from collections.abc import Collection

from flask import request

from agent.problems import Problem


def check_fetch_site(welcome: Collection[str]) -> None:
    """Refuse (403) what another site sends, unless its origin is `welcome`."""
    site = request.headers.get("Sec-Fetch-Site")
    if site in (None, "same-origin", "none") or request.headers.get("Origin") in welcome:
        return
    raise Problem("Only Pitch In's own pages and paired browsers may ask for this.", status=403)
