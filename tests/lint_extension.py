"""Runs `web-ext lint` on the zip that Firefox's store gets, and fails on anything that it says."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.extension.pack import pack

ROOT = Path(__file__).parents[1]


def findings(packed: Path) -> list[dict[str, str]]:
    """Errors, warnings and notices alike."""
    web_ext = ROOT / "tests" / "node_modules" / ".bin" / "web-ext"
    command = [web_ext, "lint", "--source-dir", packed, "--output", "json", "--no-config-discovery"]
    environment = os.environ | {"NO_UPDATE_NOTIFIER": "1"}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    try:
        report = json.loads(answer.stdout)
    except json.JSONDecodeError:
        sys.exit(f"web-ext lint gave no report:\n{answer.stdout}{answer.stderr}")
    return [*report["errors"], *report["warnings"], *report["notices"]]


def main() -> None:
    """Exit with a line for each finding."""
    with tempfile.TemporaryDirectory() as folder:
        found = findings(pack("firefox", Path(folder)))
    if found:
        sys.exit(
            "\n".join(
                f"extension/{each.get('file', '')}:{each.get('line', 1)}: {each['message']} ({each['code']})"
                for each in found
            )
        )


if __name__ == "__main__":
    main()
