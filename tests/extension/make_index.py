"""Writes the list of files that make up the content script: a browser can't scan a folder.

Run `python -m tests.extension.make_index` after a new file in content/, editors/ or sites/.
"""

from pathlib import Path

EXTENSION = Path(__file__).parents[2] / "extension"
INDEX = EXTENSION / "background" / "content-files.js"
HEAD = """\
// @ts-check
/** Made by `python -m tests.extension.make_index`: the files of the content script, in the order they run. */
export const CONTENT_FILES = [
"""


def content_files() -> list[str]:
    """All files by name; the registry first, general rules after what knows more, the start last."""
    found = [
        path.relative_to(EXTENSION).as_posix()
        for folder in ("content", "editors/ways", "editors", "sites/rules", "sites")
        for path in sorted((EXTENSION / folder).glob("*.js"))
    ]
    first = ["content/registry.js"]
    last = ["editors/contenteditable.js", "sites/page.js", "content/main.js"]
    return [*first, *(path for path in found if path not in first + last), *last]


def index() -> str:
    """What content-files.js should hold."""
    return HEAD + "".join(f'  "{path}",\n' for path in content_files()) + "];\n"


if __name__ == "__main__":
    INDEX.write_text(index(), encoding="utf-8")
