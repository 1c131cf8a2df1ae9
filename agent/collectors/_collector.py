"""What a collector declares about its interface, what it is asked, and what it finds."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from urllib.parse import SplitResult, urlsplit

from agent.addresses import Address, address_of
from agent.collectors._asking import Asking
from agent.schemas.engagement import Counts


@dataclass(frozen=True)
class Wanted:
    """A post of the person's to be asked about. `known` are the addresses of replies that the log has."""

    permalink: str
    posted_at: datetime
    known: frozenset[str] = frozenset()
    with_text: bool = True

    @cached_property
    def parts(self) -> SplitResult:
        """The permalink in parts."""
        return urlsplit(self.permalink)


@dataclass(frozen=True)
class Answered:
    """An answer to the post, or to an answer of the person's own. `answers` names that; None: the post."""

    permalink: str
    author: str | None
    written_at: datetime | None
    answers: str | None = None
    text: str | None = None

    @property
    def address(self) -> str | None:
        """Its permalink in the one form; None where it leads nowhere."""
        return key_of(self.permalink)


@dataclass(frozen=True)
class Collected:
    """What a site says of a post. `author` is what the person is called there."""

    counts: Counts
    author: str | None = None
    replies: tuple[Answered, ...] = ()


@dataclass(frozen=True)
class Collector:
    """An interface. `name` is its file's name.

    `read` asks, and says what came back; it raises `NotAsked` for a post that the interface doesn't show, and
    lets all else that `Asking.get` raises through.
    """

    name: str
    title: str
    read: Callable[[Wanted, Asking], Collected]
    pause: float
    """Seconds between two posts, so that the site's own limit isn't even neared."""
    limit: str
    """That limit, and where it is written."""
    hosts: str | None = None
    """Pattern of the hosts of the posts; None for software that runs anywhere."""
    sites: frozenset[str] = frozenset()
    """Names of the sites (as in the log) whose posts are asked about at whatever host."""
    api: str | None = None
    """The machine that is asked; None: the host of the post."""

    def knows(self, host: str, site: str | None) -> bool:
        """Whether it can ask about posts at this host."""
        return bool(re.fullmatch(self.hosts, host)) if self.hosts else site in self.sites

    def asks(self, host: str) -> str:
        """The machine that it would talk to about posts at this host."""
        return self.api or host


def key_of(permalink: str | None) -> str | None:
    """A permalink in the one form that addresses are compared in."""
    found: Address | None = address_of(permalink)
    return found.key if found else None
