"""The viewer's own scripts, which call the interface with the session of the person who is signed in."""

import pytest
from flask import Flask

from agent.services import Services
from agent.viewer.guard import SESSION_COOKIE
from tests.agent.calls import Caller


@pytest.fixture
def page(app: Flask, services: Services) -> Caller:
    """A page of the viewer: it calls with its session."""
    cookie = services.sessions.redeem(services.sessions.new_link().partition("token=")[2])
    assert cookie
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, cookie, domain="127.0.0.1")
    return Caller(client, {"Sec-Fetch-Site": "same-origin"})
