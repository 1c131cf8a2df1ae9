"""Tries all editors in both browsers and writes the table into extension/README.md.

Run `python -m tests.extension.editors.write_table`; with `--kept` it takes the figures of the last run.
"""

import subprocess
import sys

from tests.extension.editors.matrix import kept_rows, table
from tests.extension.make_index import EXTENSION

README = EXTENSION / "README.md"
BEGIN, END = (
    "<!-- editors: made by python -m tests.extension.editors.write_table -->",
    "<!-- end of editors -->",
)


def kept_table() -> str:
    """The table as it stands in the README."""
    return README.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].strip()


def write(new: str) -> None:
    """Put a table in its place."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    README.write_text(f"{before}{BEGIN}\n\n{new}\n\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    if "--kept" not in sys.argv:
        tests = "tests/extension/editors/test_editors.py"
        command = [sys.executable, "-m", "pytest", tests, "-k", "not the_readme"]
        if subprocess.run(command, check=False).returncode:
            sys.exit("Not every editor was done right: the table in the README stays as it was.")
    write(table(kept_rows()))
