"""The lines that a page asks the person to type, as they work in this installation."""

import sys
from pathlib import Path
from typing import Final

from agent.services import services
from agent.store.folder import default_folder

PROJECT_FOLDER: Final = Path(__file__).parents[2]
"""Where Pitch In was unpacked; its commands are typed there."""


def agent_command(name: str) -> str:
    """A command of `python -m agent`, with the Python that has what it needs."""
    python = Path(sys.executable)
    if python.is_relative_to(PROJECT_FOLDER):
        return f"{python.relative_to(PROJECT_FOLDER)} -m agent {name}"
    return f"python -m agent {name}"


def log_command(name: str) -> str:
    """A command that reads the log; it names the data folder where that isn't the usual one."""
    folder = services().log.path.parent
    chosen = "" if folder == default_folder() else f' --data-dir "{folder}"'
    return agent_command(name) + chosen
