"""Fetches one address of one machine: https, no cookies, no other host, bounded in time and size."""

import http.client
import ipaddress
import ssl
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import agent

_CONNECTION = 10.0
_WHOLE = 30.0
"""Seconds for one read, and for the whole answer."""
_LARGEST = 4 * 1024 * 1024
_REDIRECTS = 3
_USER_AGENT = f"PitchIn/{agent.__version__} (a person's own log of their posts)"


class NoAnswer(Exception):  # noqa: N818 (a sentence for the log of requests)
    """Nothing usable came, and why."""


@dataclass(frozen=True)
class Fetched:
    """An answer. Names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Fetcher:
    """Gets what machines answer. `bases` replaces a machine by a server of this one, as tests need it.

    Raises `ValueError` for a base that isn't on loopback.
    """

    def __init__(self, bases: Mapping[str, str] | None = None) -> None:
        self._bases = dict(bases or {})
        for base in self._bases.values():
            parts = urlsplit(base)
            if parts.scheme != "http" or not ipaddress.ip_address(parts.hostname or "").is_loopback:
                raise ValueError(f"{base} is not an http address on this machine.")

    def fetch(
        self, host: str, address: str, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """The answer of `host` to GET `address`, redirects on that host followed; raises `NoAnswer`."""
        until = time.monotonic() + _WHOLE
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        for _ in range(_REDIRECTS + 1):
            fetched = self._once(host, address, headers, until)
            target = fetched.headers.get("location")
            if fetched.status not in (301, 302, 303, 307, 308) or not target:
                return fetched
            address = self._same_host(host, urljoin(address, target))
        raise NoAnswer(f"{host} sends from one address to the next without an end.")

    def _same_host(self, host: str, target: str) -> str:
        parts = urlsplit(target)
        if parts.scheme != "https" or parts.netloc.lower() != host:
            raise NoAnswer(f"{host} sends to another machine, and only {host} was switched on.")
        return target

    def _once(self, host: str, address: str, conditions: Mapping[str, str], until: float) -> Fetched:
        parts = urlsplit(address)
        if parts.scheme != "https" or parts.netloc.lower() != host:
            raise NoAnswer(f"{address} is not an https address at {host}.")
        connection = self._connection(host)
        target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "User-Agent": _USER_AGENT,
            **conditions,
        }
        try:
            connection.request("GET", target, headers=headers)
            response = connection.getresponse()
            body = _body(response, host, until)
            found = {name.lower(): value for name, value in response.getheaders()}
        except ssl.SSLError as error:
            raise NoAnswer(f"{host} can't prove who it is ({error.reason}).") from None
        except TimeoutError:
            raise NoAnswer(f"{host} did not answer in time.") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise NoAnswer(f"{host} could not be reached or read ({type(error).__name__}).") from None
        finally:
            connection.close()
        return Fetched(response.status, found, body)

    def _connection(self, host: str) -> http.client.HTTPConnection:
        base = self._bases.get(host)
        if base is not None:
            return http.client.HTTPConnection(urlsplit(base).netloc, timeout=_CONNECTION)
        return http.client.HTTPSConnection(host, timeout=_CONNECTION, context=ssl.create_default_context())


def _body(response: http.client.HTTPResponse, host: str, until: float) -> bytes:
    """The whole body, unpacked, and never more than is allowed of it in memory."""
    packed = response.getheader("Content-Encoding", "identity").lower()
    if packed not in ("identity", "gzip", "x-gzip", ""):
        raise NoAnswer(f"{host} answers in a packing that wasn't asked for ({packed[:20]}).")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in packed else None
    body = b""
    while piece := response.read1(65_536):
        if unpack is None:
            body += piece
        else:
            try:
                body += unpack.decompress(piece, _LARGEST + 1 - len(body))
            except zlib.error:
                raise NoAnswer(f"The answer of {host} is damaged.") from None
        if len(body) > _LARGEST:
            raise NoAnswer(f"The answer of {host} is larger than {_LARGEST >> 20} MiB, so it was not read.")
        if time.monotonic() > until:
            raise TimeoutError
    if unpack is not None and body and not unpack.eof:
        raise NoAnswer(f"The answer of {host} is cut off.")
    return body
