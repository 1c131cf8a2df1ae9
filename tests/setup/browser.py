"""Finds a Chromium that loads unpacked extensions, or gets one: `python -m tests.setup.browser`, which gets
a Firefox as well.

In this order: the one that the variable CHROMIUM names, one already on the machine, Playwright's own,
Debian's package when root. Google's branded Chrome is passed over: since version 137 it ignores
`--load-extension`. For pages without the extension there is Chromium's headless shell, which does them in
half the time; where it can't be had, they are shown in Chromium itself.
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

ADVICE = (
    "No Chromium was found, and none could be installed. Install the package chromium, "
    "or set the variable CHROMIUM to the path of one. Google Chrome won't do: it loads no unpacked extension."
)
# Nothing but what a test asks for; no sandbox, since that needs rights that containers don't give.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PLACES = ("chromium", "chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium")
_SHELL = "chromium-headless-shell"
_USABLE = re.compile(r"(?:Chromium|Google Chrome for Testing) (\d+)")


class NoBrowserError(RuntimeError):
    """No Chromium could be found or installed; the text says what to do."""


@cache
def find() -> Path:
    """Path of the first Chromium that starts. Raises NoBrowserError."""
    for candidate in _candidates():
        if _usable(candidate):
            return candidate
    raise NoBrowserError(ADVICE)


@cache
def find_shell() -> Path:
    """Path of Chromium's headless shell, or of Chromium where there is none. Raises NoBrowserError."""
    shell = shutil.which(_SHELL)
    return Path(shell) if shell and "CHROMIUM" not in os.environ and _usable(Path(shell)) else find()


def _candidates() -> Iterator[Path]:
    if chosen := os.environ.get("CHROMIUM"):
        yield Path(chosen)
    for place in _PLACES:
        if found := shutil.which(place):
            yield Path(found)
    if own := _playwrights_own():
        yield own


def _playwrights_own() -> Path | None:
    """Where Playwright keeps its browser (there or not), or None where Playwright isn't installed."""
    code = (
        "import playwright.sync_api as p\nwith p.sync_playwright() as it: print(it.chromium.executable_path)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return Path(answer.stdout.strip()) if answer.returncode == 0 else None


def _usable(browser: Path) -> bool:
    """Whether it starts and is a Chromium; a snap isn't, it can't read a profile in a temporary folder."""
    try:
        command = [browser, "--version"]
        answer = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(_USABLE.search(answer.stdout)) and "snap" not in answer.stdout


def _download_playwrights() -> None:
    print("No Chromium on this machine: asking Playwright for its own (about 180 MB, once) …", flush=True)
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900, check=False)


def _install_debians() -> None:
    if debian.is_root_on_debian():
        print("Playwright's could not be had: installing Debian's package chromium …", flush=True)
        debian.install("chromium")


def ensure_shell() -> Path:
    """Find Chromium's headless shell, getting Debian's where there is none. Raises NoBrowserError."""
    if shutil.which(_SHELL) is None and debian.is_root_on_debian():
        try:
            debian.install(_SHELL)
        except subprocess.CalledProcessError:
            print(f"Debian's package {_SHELL} could not be had: the tests take some minutes longer.")
    return find_shell()


def ensure() -> Path:
    """Find a Chromium, getting one where there is none. Raises NoBrowserError."""
    for get_one in (lambda: None, _download_playwrights, _install_debians):
        get_one()
        try:
            return find()
        except NoBrowserError:
            continue
    raise NoBrowserError(ADVICE)


if __name__ == "__main__":
    from tests.setup import firefox

    try:
        print(f"Chromium: {ensure()}, for pages without the extension {ensure_shell()}")
        print(f"Firefox: {firefox.ensure()}")
    except (NoBrowserError, firefox.NoFirefoxError) as problem:
        sys.exit(str(problem))
