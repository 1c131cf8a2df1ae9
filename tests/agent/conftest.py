"""An app on a fresh log with the real reviewer, and a real agent process."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import nlp
from agent.app import create_app
from agent.services import EXTENSION as SERVICES
from agent.services import Services
from agent.store import Log
from agent.viewer.guard import SESSION_COOKIE
from tests.agent.calls import Caller
from tests.agent.collectors.api import Api, serving
from tests.agent.fresh_log import fresh_log
from tests.agent_process import EXTENSION, RunningAgent, start_agent

ADDRESS = "http://127.0.0.1:8642"


@pytest.fixture(scope="session")
def reviewer() -> nlp.Reviewer:
    """The shipped reviewer, loaded once for all tests."""
    return nlp.load()


@pytest.fixture(scope="module")
def _api() -> Iterator[Api]:
    with serving() as running:
        yield running


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    """A fresh log in `tmp_path / "data"`."""
    log = fresh_log(tmp_path / "data")
    yield log
    log.close()


@pytest.fixture
def services(log: Log, reviewer: nlp.Reviewer) -> Services:
    """The services of an agent with a fresh log."""
    return Services.on(log, ADDRESS, load=lambda: reviewer)


@pytest.fixture(scope="session")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """An app, put together once: that takes longer than most tests, and only services tell apps apart."""
    log = fresh_log(tmp_path_factory.mktemp("app") / "data")
    log.close()
    return create_app(Services.on(log, ADDRESS))


@pytest.fixture
def app(shared_app: Flask, services: Services) -> Flask:
    """The app of an agent with a fresh log."""
    shared_app.extensions[SERVICES] = services
    return shared_app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client that sends nothing by itself."""
    return app.test_client()


@pytest.fixture
def browser(app: Flask, services: Services) -> Caller:
    """A paired browser that calls as the extension does."""
    pairing = services.pairings.ask(EXTENSION, "Chromium 156 on Linux", "0.1.0")
    services.pairings.confirm(pairing.id)
    claim = services.pairings.claim(pairing.id, pairing.secret, EXTENSION)
    assert claim.key
    return Caller(app.test_client(), {"Origin": EXTENSION, "Authorization": f"Bearer {claim.key}"})


@pytest.fixture
def page(app: Flask, services: Services) -> Caller:
    """A page of the viewer: it calls with its session."""
    cookie = services.sessions.redeem(services.sessions.new_link().partition("token=")[2])
    assert cookie
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, cookie, domain="127.0.0.1")
    return Caller(client, {"Sec-Fetch-Site": "same-origin"})


@pytest.fixture(scope="session")
def shared_agent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAgent]:
    """A real agent for tests that leave it and its log as they found it."""
    running = start_agent(tmp_path_factory.mktemp("shared"))
    yield running
    running.stop()


@pytest.fixture
def agent_process(tmp_path: Path) -> Iterator[RunningAgent]:
    """A real agent on a free port."""
    running = start_agent(tmp_path)
    yield running
    running.stop()
