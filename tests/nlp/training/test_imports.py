"""What only training needs is not installed where the tests run."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_pipeline_needs_nothing_of_training():
    script = "import sys, nlp.language; nlp.language.load_language()('Hi.'); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert not [name for name in loaded if name.startswith(("nlp.training", "torch", "scipy"))]
