"""`collect` asks the sites that are on, once; with none on it asks nobody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent.services import Services
from tests.agent.collectors.api import Api, serving
from tests.agent.collectors.test_mastodon import status
from tests.agent.command_line import Run
from tests.agent.services.following import post

HOST, ID = "fosstodon.org", "112233445566778899"


@pytest.fixture
def api() -> Iterator[Api]:
    """fosstodon.org: it shows a status with a like."""
    with serving() as running:
        running.answers[f"/api/v1/statuses/{ID}"] = status(ID, "me", favourites_count=1)
        yield running


@pytest.fixture
def folder(services: Services) -> Path:
    """A data folder whose log holds a post there."""
    post(services, 1, site="mastodon", permalink=f"https://{HOST}/@me/{ID}")
    return services.log.path.parent


def test_with_no_site_on_nobody_is_asked(run: Run, folder: Path, api: Api) -> None:
    done = run("collect", "--base-address", f"{HOST}={api.base}", "--data-dir", str(folder))
    assert (done.code, api.asked) == (0, [])
    assert done.stdout.startswith("No site is switched on, so nothing is asked.")


def test_a_site_that_is_on_is_asked_once(run: Run, folder: Path, api: Api, services: Services) -> None:
    with services.log.writing() as db:
        db.execute(
            "INSERT INTO collector_sites (host, collector, switched_on) VALUES (?, 'mastodon', 1)", [HOST]
        )
    line = ["collect", "--base-address", f"{HOST}={api.base}", "--data-dir", str(folder)]
    assert run(*line).stdout == f"{HOST}: It was answered.\nAsked about 1 post.\n"
    assert run(*line).stdout == "Nothing is due.\n"
    with services.log.reading() as db:
        (row,) = db.query("SELECT source, likes FROM engagement")
    assert row == {"source": "collector", "likes": 1}


@pytest.mark.parametrize("base", ["fosstodon.org", "fosstodon.org=https://evil.example", "a=http://10.0.0.1"])
def test_nothing_but_this_machine_takes_the_place_of_a_site(run: Run, folder: Path, base: str) -> None:
    done = run("collect", "--base-address", base, "--data-dir", str(folder))
    assert (done.code, "a server on this machine" in done.stderr) == (2, True)
