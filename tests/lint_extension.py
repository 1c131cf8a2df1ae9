"""Runs `web-ext lint` on the extension and fails on anything it says but what is named here."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

# (code, file): why it can't be avoided. The only warning that is let through anywhere.
UNAVOIDABLE = {
    ("BACKGROUND_SERVICE_WORKER_IGNORED", "manifest.json"): (
        "One manifest for both browsers: Chrome takes background.service_worker, Firefox background.scripts."
    ),
}


def _lint() -> list[dict[str, str]]:
    web_ext = ROOT / "tests" / "node_modules" / ".bin" / "web-ext"
    command = [
        web_ext,
        "lint",
        "--source-dir",
        ROOT / "extension",
        "--output",
        "json",
        "--no-config-discovery",
    ]
    environment = os.environ | {"NO_UPDATE_NOTIFIER": "1"}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    try:
        report = json.loads(answer.stdout)
    except json.JSONDecodeError:
        sys.exit(f"web-ext lint gave no report:\n{answer.stdout}{answer.stderr}")
    return [*report["errors"], *report["warnings"], *report["notices"]]


def main() -> None:
    """Exit with a line for each new finding, and for each named one that is gone."""
    findings = {(finding["code"], finding.get("file", "")): finding for finding in _lint()}
    new = [
        f"extension/{file}:{finding.get('line', 1)}: {finding['message']} ({code})"
        for (code, file), finding in findings.items()
        if (code, file) not in UNAVOIDABLE
    ]
    gone = [
        f"web-ext no longer says {code}: take it out of UNAVOIDABLE in tests/lint_extension.py."
        for code, file in UNAVOIDABLE
        if (code, file) not in findings
    ]
    if new or gone:
        sys.exit("\n".join(new + gone))


if __name__ == "__main__":
    main()
