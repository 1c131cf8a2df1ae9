"""Installs Spirit, a real forum, into an environment of its own: `python -m tests.setup.spirit`.

It wants older libraries than the rest of the tests. What is there already is used again.
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

PINS = Path(__file__).with_name("spirit-requirements.txt")
PLACE = Path(__file__).parents[1] / ".work" / "spirit"


def python() -> Path:
    """The Python that has Spirit; installs it the first time, and anew when its pins change."""
    wanted = hashlib.sha256(PINS.read_bytes()).hexdigest()
    stamp = PLACE / ".installed-from"
    found = PLACE / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        print("Installing Spirit for the tests (about 60 MB, once) …", flush=True)
        venv.create(PLACE, clear=True, with_pip=True)
        install = [
            found,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "-r",
            PINS,
        ]
        subprocess.run(install, check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return found


if __name__ == "__main__":
    print(f"Spirit: {python()}")
