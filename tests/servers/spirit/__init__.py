"""A real Spirit forum on loopback: one topic by one member, and another member who may answer."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.servers.process import answers, free_port, running
from tests.servers.site import AUTHOR, TEXT, TITLE, Site
from tests.setup import spirit as installed

HERE = Path(__file__).parent
MEMBER, PASSWORD = "jonas", "what-a-test-needs"


@dataclass(frozen=True)
class Forum:
    """A forum's data, and the path of its topic, which nobody has answered yet."""

    folder: Path
    topic: str


def open_forum(folder: Path) -> Forum:
    """Make a forum in `folder`. It takes a while; each server takes a copy."""
    command = [installed.python(), HERE / "open_forum.py", TITLE, AUTHOR, TEXT, PASSWORD]
    environment = os.environ | _environment(folder)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The forum could not be set up:\n{done.stdout}{done.stderr}")
    return Forum(folder, done.stdout.split()[-1])


@contextmanager
def spirit(forum: Forum, folder: Path) -> Iterator[Site]:
    """Run Spirit on a copy of the forum in `folder`."""
    shutil.copytree(forum.folder, folder, dirs_exist_ok=True)
    host = f"127.0.0.1:{free_port()}"
    serve = [installed.python(), "-m", "django", "runserver", "--noreload", "--skip-checks", host]
    url = f"http://{host}{forum.topic}"
    with running(serve, folder / "spirit.log", lambda: answers(url), _environment(folder)):
        yield Site(url=url)


def _environment(folder: Path) -> dict[str, str]:
    return {
        "DJANGO_SETTINGS_MODULE": "settings",
        "PITCH_IN_FORUM": str(folder),
        "PYTHONPATH": str(HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
