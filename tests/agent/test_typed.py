"""What people are asked to type works as it stands."""

import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

from agent.store.folder import default_folder
from agent.typed import command_line
from tests.agent_process import ROOT


def test_a_line_runs_as_it_is_shown(tmp_path: Path) -> None:
    line = command_line("history", tmp_path / "my data")
    done = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S602
    assert f"There is no log in {tmp_path / 'my data'} yet" in done.stderr


def test_the_usual_data_folder_is_not_named() -> None:
    assert command_line("link", default_folder()).endswith(" -m agent link")
    assert command_line("doctor").endswith(" -m agent doctor")


def test_a_python_from_elsewhere_is_called_by_its_name() -> None:
    with patch.object(sys, "executable", "/usr/bin/python3.11"):
        assert command_line("doctor") == "python -m agent doctor"
