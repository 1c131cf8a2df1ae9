"""Runs the command line in this process."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from unittest.mock import patch

from agent.__main__ import main


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it printed."""

    code: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


def run_command(*arguments: str, typed: bytes = b"") -> Done:
    """`run_command("check", "-", typed=b"Great post!")`. Not for `serve`, which changes its whole process."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for name in ("stdout", "stderr")}
    stdin = io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8")
    with patch.multiple(sys, argv=["agent", *arguments], stdin=stdin, **streams):
        code = main()
    printed = {}
    for name, stream in streams.items():
        stream.flush()
        printed[name] = stream.buffer.getvalue().decode(errors="replace")
    return Done(code, **printed)
