"""A site that answers on this machine, a clock that is set by hand, and collectors that know both."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from agent.collectors import Fetcher
from agent.services import Services
from agent.services.collecting import Collecting
from agent.store.clock import now
from tests.agent.collectors.api import Api
from tests.agent.collectors.test_mastodon import status
from tests.agent.services.following import post

HOST = "fosstodon.org"
ID = "112233445566778899"
STATUS = f"/api/v1/statuses/{ID}"
MINE = f"https://{HOST}/@me/{ID}"


@dataclass
class Clock:
    """A clock that is set by hand."""

    at: datetime = field(default_factory=now)

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **time: float) -> None:
        self.at += timedelta(**time)


@pytest.fixture
def api(_api: Api) -> Api:
    """fosstodon.org: it shows a status with a like."""
    _api.reset().answers[STATUS] = status(ID, "me", favourites_count=1)
    return _api


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time, also of what is kept."""
    found = Clock()
    monkeypatch.setattr("agent.services.engagement.now", found)
    return found


@pytest.fixture
def collecting(services: Services, api: Api, clock: Clock) -> Iterator[Collecting]:
    """Collectors whose fosstodon.org is on this machine; a post of two hours ago is there."""
    post(services, 2 / 24, site="mastodon", permalink=MINE)
    found = Collecting(services.log, services.settings, Fetcher({HOST: api.base}), clock)
    found.start = lambda: None  # what runs in the background is tested by itself
    yield found
    found.stop()


@pytest.fixture
def on(collecting: Collecting) -> Collecting:
    """The same, switched on."""
    collecting.switch([HOST])
    return collecting


def asked(on: Collecting) -> list[str]:
    """What came of everything that may be asked now."""
    said = []
    while found := on.ask_next():
        said.append(found[1])
    return said


def site(collecting: Collecting) -> Any:
    (found,) = collecting.sites().sites
    return found


def snapshots(services: Services) -> list[dict[str, Any]]:
    with services.log.reading() as db:
        return list(db.query("SELECT * FROM engagement ORDER BY id"))
