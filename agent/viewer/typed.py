"""The lines that a page asks the person to type, as they work in this installation."""

import sys
from pathlib import Path
from typing import Final

from agent.services import services
from agent.store.folder import default_folder

PROJECT_FOLDER: Final = Path(__file__).parents[2]
"""Where Pitch In was unpacked; its commands are typed there."""


def agent_command(name: str) -> str:
    """A command of `python -m agent` for the running agent.

    With the Python that has what it needs, and with the data folder where that isn't the usual one.
    """
    python = Path(sys.executable)
    ours = python.is_relative_to(PROJECT_FOLDER)
    folder = services().log.path.parent.resolve()
    chosen = "" if folder == default_folder().resolve() else f' --data-dir "{folder}"'
    return f"{python.relative_to(PROJECT_FOLDER) if ours else 'python'} -m agent {name}{chosen}"
