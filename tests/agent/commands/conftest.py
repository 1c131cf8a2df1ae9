"""The command line with the reviewer that is loaded already."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

import nlp
from tests.agent.command_line import Run, run_command


@pytest.fixture
def run(reviewer: nlp.Reviewer) -> Iterator[Run]:
    """Runs a command: `run("check", "-", typed=b"Great post!")`."""
    with patch("nlp.load", lambda: reviewer):
        yield run_command
