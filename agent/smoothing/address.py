"""Where a local language model listens: on this machine and nowhere else."""

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

OLLAMA_PORT = 11_434
"""Where Ollama listens unless told otherwise; an address without a port means it."""


class NotLocalError(ValueError):
    """An address that isn't on this machine, or none at all."""


@dataclass(frozen=True)
class Address:
    """The address of a model: `host` as written, and the way in by its path.

    A path that ends in `/v1` is an OpenAI-compatible server's, any other Ollama's.
    """

    host: str
    port: int
    path: str

    @property
    def speaks_openai(self) -> bool:
        """Whether it is asked the way that OpenAI-compatible servers are."""
        return self.path.endswith("/v1")

    def pinned(self) -> str:
        """The loopback IP that the host stands for now, to be connected to. Raises `NotLocalError`."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise NotLocalError(f"{self.host} stands for no address") from error
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(ip_address(address).is_loopback for address in addresses):
            raise NotLocalError(f"{self.host} stands for another machine")
        return addresses[0]


def read_address(text: str) -> Address:
    """The address that a text gives. `NotLocalError` unless it is http on `localhost` or a loopback IP."""
    try:
        parts = urlsplit(text.strip())
        port = parts.port or OLLAMA_PORT
    except ValueError as error:
        raise NotLocalError("not an address") from error
    if parts.scheme != "http" or parts.query or parts.fragment or parts.username is not None:
        raise NotLocalError("not a plain http address")
    if not _is_loopback(parts):
        raise NotLocalError("not on this machine")
    return Address(parts.hostname or "", port, parts.path.rstrip("/"))


def _is_loopback(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
