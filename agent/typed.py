"""The lines that people are asked to type, as they work in this installation."""

import sys
from pathlib import Path
from typing import Final

from agent.store.folder import default_folder

PROJECT_FOLDER: Final = Path(__file__).parent.parent
"""Where Pitch In was unpacked; its commands are typed there."""


def command_line(name: str, data_dir: Path | None = None) -> str:
    """How to run a command of the agent, typed in the folder of Pitch In.

    With the Python that has what it needs, and with `data_dir` where that isn't the usual one.
    """
    python = Path(sys.executable)
    shown = python.relative_to(PROJECT_FOLDER) if python.is_relative_to(PROJECT_FOLDER) else Path("python")
    chosen = data_dir is not None and data_dir.resolve() != default_folder().resolve()
    return f"{shown} -m agent {name}" + (f' --data-dir "{data_dir}"' if chosen else "")
