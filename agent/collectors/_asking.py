"""One collector's talk with a machine about one post: politely asked, validated, and noted for the person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Literal, NamedTuple, TypeVar
from urllib.parse import urlencode

from pydantic import TypeAdapter, ValidationError

from agent.collectors._fetcher import Fetched, Fetcher, NoAnswer
from agent.collectors._waiting import wait_of
from agent.store.clock import now

T = TypeVar("T")
Outcome = Literal["answered", "unchanged", "refused", "slow_down", "failed", "misshapen"]


class NotAsked(Exception):  # noqa: N818 (these say what came of it, not what broke)
    """The interface doesn't show such posts: nothing was asked."""


class Ended(Exception):  # noqa: N818
    """The agent ends, so nothing more is asked."""


class Unchanged(Exception):  # noqa: N818
    """Nothing has changed since the last time."""


class NotAnswered(Exception):  # noqa: N818
    """No usable answer came; what is wrong, in a sentence."""


class Gone(NotAnswered):
    """The site shows no such post (any more)."""


class Refused(NotAnswered):
    """The site doesn't answer such requests."""


class SlowDown(NotAnswered):
    """The site wants to be left alone, until a moment where it says so."""

    def __init__(self, sentence: str, until: datetime | None) -> None:
        super().__init__(sentence)
        self.until = until


class Misshapen(NotAnswered):
    """The answer isn't as its interface is documented."""


@dataclass(frozen=True)
class Validators:
    """What a site wants to be asked with the next time."""

    etag: str | None
    last_modified: str | None


@dataclass(frozen=True)
class Request:
    """A request that was made, for the person to read."""

    asked_at: datetime
    host: str
    address: str
    status: int | None
    outcome: Outcome
    bytes: int
    sentence: str | None


class Got(NamedTuple, Generic[T]):
    """A validated answer and its headers, whose names are in lower case."""

    value: T
    headers: Mapping[str, str]


@dataclass
class Asking:
    """Asks the machine `api`. `known` are the validators of the last time, by address.

    `requests` are all that were made; `fresh` are the validators to keep where the whole talk went well.
    """

    fetcher: Fetcher
    api: str
    known: Mapping[str, Validators]
    between: Callable[[], bool]
    """Waits between two requests; True where the agent ends meanwhile."""
    clock: Callable[[], datetime] = now
    requests: list[Request] = field(default_factory=list)
    fresh: dict[str, Validators] = field(default_factory=dict)
    rest_until: datetime | None = None
    """When the machine wants to be asked next, where a good answer said so."""

    def get(self, path: str, shape: type[T], **query: Any) -> Got[T]:
        """The answer to GET `path`, validated as `shape`.

        Raises `Unchanged`, or `NotAnswered` with the reason: `Gone`, `Refused`, `SlowDown`, `Misshapen`;
        `Ended` where the agent ends between two requests.
        """
        if self.requests and self.between():
            raise Ended
        address = f"https://{self.api}{path}{'?' if query else ''}{urlencode(query)}"
        known = self.known.get(address) or Validators(None, None)
        try:
            fetched = self.fetcher.fetch(self.api, address, known.etag, known.last_modified)
        except NoAnswer as error:
            self._note(address, None, "failed", 0, str(error))
            raise NotAnswered(str(error)) from None
        self._refuse(address, fetched)
        try:
            value = TypeAdapter(shape).validate_json(fetched.body)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            place = ".".join(map(str, first["loc"])) or "the whole"
            sentence = f"The answer of {self.api} isn't as it is documented ({place}: {first['msg']})."
            self._note(address, fetched.status, "misshapen", len(fetched.body), sentence)
            raise Misshapen(sentence) from None
        self._note(address, fetched.status, "answered", len(fetched.body), None)
        etag, last_modified = fetched.headers.get("etag"), fetched.headers.get("last-modified")
        if etag or last_modified:
            self.fresh[address] = Validators(etag, last_modified)
        return Got(value, fetched.headers)

    def _refuse(self, address: str, fetched: Fetched) -> None:
        """Raise for every status but 200."""
        status, wait = fetched.status, wait_of(fetched.status, fetched.headers, self.clock())
        if status == 200:
            return
        if status == 304:
            self._note(address, status, "unchanged", 0, None)
            raise Unchanged
        if wait.wanted:
            sentence = (
                f"{self.api} is busy or has had enough requests ({status}): it is left alone for a while."
            )
            self._note(address, status, "slow_down", len(fetched.body), sentence)
            raise SlowDown(sentence, wait.until)
        sentence = f"{self.api} doesn't show this to everybody, or not any more ({status})."
        self._note(address, status, "refused", len(fetched.body), sentence)
        raise (Gone if status in (404, 410) else Refused)(sentence)

    def _note(
        self, address: str, status: int | None, outcome: Outcome, size: int, sentence: str | None
    ) -> None:
        self.requests.append(Request(self.clock(), self.api, address, status, outcome, size, sentence))
