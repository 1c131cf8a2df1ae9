"""Starts a small language model server: a real process on this machine."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SERVER = Path(__file__).parent / "model_server.py"


@contextmanager
def running_model(manner: str, words: str = "") -> Iterator[str]:
    """The address, without a path, of a model that answers with these words in this manner."""
    command = [sys.executable, str(SERVER), manner, words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()
