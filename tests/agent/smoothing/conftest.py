"""Language models that answer well, slowly, wrongly, with inventions, or not at all: real processes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.agent.smoothing.models import running_model

Start = Callable[..., str]


@pytest.fixture
def model() -> Iterator[Start]:
    """`model("well", "the words")`: starts a server and gives its address, without a path."""
    with ExitStack() as started:
        yield lambda manner, words="": started.enter_context(running_model(manner, words))
