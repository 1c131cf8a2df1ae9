"""Runs the command line in this process, with the reviewer that is loaded already."""

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from unittest.mock import patch

import pytest

import nlp
from agent.__main__ import main


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it printed."""

    code: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(reviewer: nlp.Reviewer) -> Iterator[Run]:
    """`run("check", "-", typed=b"Great post!")`."""

    def run(*arguments: str, typed: bytes = b"") -> Done:
        streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for name in ("stdout", "stderr")}
        stdin = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
        with patch.multiple(sys, argv=["agent", *arguments], stdin=stdin, **streams):
            code = main()
        printed = {}
        for name, stream in streams.items():
            stream.flush()
            printed[name] = stream.buffer.getvalue().decode()
        return Done(code, **printed)

    with patch("nlp.load", lambda: reviewer):
        yield run
