"""The agent's socket: on this machine only."""

import ipaddress
import json
import socket
import sys
import urllib.request
from urllib.error import URLError

from agent.trouble import Trouble
from agent.typed import command_line

DEFAULT_PORT = 8642


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens at a loopback address; port 0 takes a free one.

    Raises `Trouble` for a port that is taken, and for an address that other machines can reach. No option
    allows that: what listens there is found and used, as 175,000 open Ollama servers showed in 2026.
    """
    address = loopback(host)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    # On Windows this option would let another program take the port over; elsewhere it only skips the wait
    # after the last agent has stopped.
    if sys.platform == "win32":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((address, port))
        found.listen(128)
    except OSError as error:
        found.close()
        raise _taken(address_of(address, port), port, error) from None
    return found


def loopback(host: str) -> str:
    """`host` as an address of this machine only; raises `Trouble` for any other."""
    try:
        address = str(ipaddress.ip_address("127.0.0.1" if host == "localhost" else host))
    except ValueError:
        raise Trouble(f"{host} is not an address: use 127.0.0.1 or ::1.") from None
    if address not in ("127.0.0.1", "::1"):
        raise Trouble(f"Pitch In never listens at {host}, where others could reach it: use 127.0.0.1 or ::1.")
    return address


def address_of(host: str, port: int) -> str:
    """`http://127.0.0.1:8642`."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def name_at(address: str) -> str | None:
    """What answers at `address`: its name where it answers as an agent does, else `None`."""
    # A proxy has no business between two programs on one machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{address}/v1/health", timeout=1) as response:
            health = json.loads(response.read(10_000))
    except (URLError, OSError, ValueError):
        return None
    name = health.get("name") if isinstance(health, dict) else None
    return name if isinstance(name, str) else None


def _taken(address: str, port: int, error: OSError) -> Trouble:
    """Why; an agent there has another data folder than whoever asks, which knows the agent of its own."""
    if isinstance(error, PermissionError):
        return Trouble(f"Port {port} is kept for the system: choose one above 1023 with --port.")
    if name_at(address) == "Pitch In":
        return Trouble(
            f"Pitch In is already running at {address}, with its data in another folder: get a sign-in link "
            f"by `{command_line('link')}` with the --data-dir that it was started with, if any, or choose "
            "another port with --port."
        )
    return Trouble(f"Port {port} is taken by another program: choose another one with --port.")
