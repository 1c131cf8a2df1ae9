"""Only requests that name this agent as their host.

DNS rebinding: a page at evil.example lets its name point to 127.0.0.1 and then reads the agent as its own
origin. The browser still sends `Host: evil.example`, so an exact allow-list, port included, stops it (NCC
Group's advice for Singularity; the missing check was CVE-2024-28224 in Ollama and GHSA-v9fg-6g9j-h4x4 in
ActivityWatch, which compares the name without the port). There is no way to switch it off.
"""

from urllib.parse import urlsplit

from flask import request

from agent.problems import Problem
from agent.services import services


def allowed_hosts(address: str) -> set[str]:
    """The values of `Host` that mean an agent at `address`."""
    port = urlsplit(address).port
    return {f"127.0.0.1:{port}", f"localhost:{port}", f"[::1]:{port}"}


def check_host() -> None:
    """Refuse a request that was sent to another name (421)."""
    if request.headers.get("Host", "").lower() not in allowed_hosts(services().address):
        raise Problem(f"This is Pitch In at {services().address}: use that address.", status=421)
