"""A person in front of the viewer, signed in or not, and posts in their log."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from flask import Flask

from agent.schemas.posts import NewPost, Post
from agent.services import Services
from tests.agent.calls import new_post
from tests.agent.viewer.reading import Viewer

LogPost = Callable[..., Post]


@pytest.fixture
def stranger(app: Flask) -> Viewer:
    """Somebody on this machine who is not signed in."""
    return Viewer(app.test_client())


@pytest.fixture
def viewer(app: Flask, services: Services) -> Viewer:
    """The person, signed in by the one-time link."""
    person = Viewer(app.test_client())
    link = services.sessions.new_link().removeprefix(services.address)
    assert person.get(link).status == 303
    return person


@pytest.fixture
def log_post(services: Services) -> LogPost:
    """Logs a post as a paired browser does, with the words of `new_post` unless told otherwise."""

    def put(post_id: UUID | None = None, **changes: object) -> Post:
        post, _ = services.posts.put(post_id or uuid4(), NewPost.model_validate(new_post(**changes)))
        return post

    return put
