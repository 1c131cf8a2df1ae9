"""Finds a Firefox that the tests can drive, or gets one: `python -m tests.setup.firefox`.

In this order: the one that the variable FIREFOX names, one already on the machine, Debian's package when
root.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.setup import debian

OLDEST = 140
"""As the manifest's strict_min_version."""
ADVICE = (
    f"No Firefox {OLDEST} or newer was found, and none could be installed. Install Firefox or Debian's "
    "package firefox-esr, or set the variable FIREFOX to the path of one. A snap won't do: it can't read a "
    "profile in a temporary folder."
)
_PLACES = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")


class NoFirefoxError(RuntimeError):
    """No Firefox could be found or installed; the text says what to do."""


@cache
def find() -> Path:
    """Path of the first Firefox that is new enough. Raises NoFirefoxError."""
    for candidate in _candidates():
        if _version(candidate) >= OLDEST:
            return candidate
    raise NoFirefoxError(ADVICE)


def _candidates() -> Iterator[Path]:
    if chosen := os.environ.get("FIREFOX"):
        yield Path(chosen)
    for place in _PLACES:
        if (found := shutil.which(place)) and "snap" not in Path(found).resolve().parts:
            yield Path(found)


def _version(firefox: Path) -> int:
    """Its major version; 0 where it doesn't start."""
    try:
        command = [firefox, "--version"]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    said = re.search(r"Mozilla Firefox (\d+)", answer.stdout)
    return int(said[1]) if said else 0


def ensure() -> Path:
    """Find a Firefox, getting one where there is none. Raises NoFirefoxError."""
    try:
        return find()
    except NoFirefoxError:
        if not debian.is_root_on_debian():
            raise
    debian.install("firefox-esr")
    return find()


if __name__ == "__main__":
    try:
        print(f"Firefox: {ensure()}")
    except NoFirefoxError as problem:
        sys.exit(str(problem))
