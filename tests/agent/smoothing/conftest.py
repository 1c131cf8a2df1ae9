"""Language models that answer well, slowly, wrongly, with inventions, or not at all: real processes."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

SERVER = Path(__file__).parent / "model_server.py"
Start = Callable[..., str]


@pytest.fixture
def model() -> Iterator[Start]:
    """`model("well", "the words")`: starts a server and gives its address, without a path."""
    with ExitStack() as started:

        def start(manner: str, words: str = "") -> str:
            command = [sys.executable, str(SERVER), manner, words]
            process = started.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
            started.callback(process.kill)
            assert process.stdout
            return f"http://127.0.0.1:{int(process.stdout.readline())}"

        yield start
