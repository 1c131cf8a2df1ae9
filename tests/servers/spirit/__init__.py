"""A real Spirit forum on loopback: one topic by one member, and another member who may answer."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.process import answers, free_port, running
from tests.servers.site import AUTHOR, TEXT, TITLE, Site
from tests.setup import spirit as installed

HERE = Path(__file__).parent
MEMBER, PASSWORD = "jonas", "what-a-test-needs"


@contextmanager
def spirit(folder: Path) -> Iterator[Site]:
    """Run Spirit with all its data in `folder`. Nobody has answered the topic yet."""
    python = installed.python()
    environment = {
        "DJANGO_SETTINGS_MODULE": "settings",
        "PITCH_IN_FORUM": str(folder),
        "PYTHONPATH": str(HERE),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    topic = _open_forum(python, environment)
    host = f"127.0.0.1:{free_port()}"
    serve = [python, "-m", "django", "runserver", "--noreload", "--skip-checks", host]
    url = f"http://{host}{topic}"
    with running(serve, folder / "spirit.log", lambda: answers(url), environment):
        yield Site(url=url)


def _open_forum(python: Path, environment: dict[str, str]) -> str:
    """The path of the topic."""
    command = [python, HERE / "open_forum.py", TITLE, AUTHOR, TEXT, PASSWORD]
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"The forum could not be set up:\n{done.stdout}{done.stderr}")
    return done.stdout.split()[-1]
