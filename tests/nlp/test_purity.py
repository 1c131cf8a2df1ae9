"""`nlp` takes text and gives a review; it reaches for nothing else."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "agent",
    "flask",
    "sqlite3",
    "sqlite_utils",
    "socket",
    "http",
    "urllib",
    "requests",
    "time",
    "datetime",
}
FILES = [path for path in (ROOT / "nlp").rglob("*.py") if "training" not in path.parts]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_reaches_outside(path: Path) -> None:
    imported = {
        (name or "").partition(".")[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    reached = imported & FORBIDDEN
    assert not reached, f"{path.name} imports {sorted(reached)}: nlp has no web, database, network or clock."


def test_who_needs_only_the_models_and_pages_does_not_wait_for_spacy() -> None:
    script = "import sys, nlp; from nlp.signals import reference; reference(); print('spacy' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
