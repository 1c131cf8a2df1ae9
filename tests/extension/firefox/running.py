"""A Firefox on a profile folder, driven over Marionette."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.extension.firefox.marionette import Marionette, port_of

# Nothing but what a test asks for: no first-run pages, no updates, no calls of its own.
QUIET = {
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.tabs.remote.separatePrivilegedMozillaWebContentProcess": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.disable_open_during_load": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}
ALL_SITES_IN_ONE_PROCESS = {
    "fission.autostart": False,
    "dom.ipc.processCount": 1,
    "dom.ipc.keepProcessesAlive.web": 1,
}
"""For many tabs: a new process for each takes longer than most of what is done in it."""


@contextmanager
def running_firefox(firefox: Path, profile: Path, preferences: Mapping[str, object]) -> Iterator[Marionette]:
    """Start it without a window, with these preferences beside the quiet ones; end it afterwards."""
    profile.mkdir(parents=True, exist_ok=True)
    chosen = {**QUIET, **preferences}
    lines = [f'user_pref("{name}", {json.dumps(value)});' for name, value in chosen.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [firefox, "--headless", "--marionette", "-remote-allow-system-access", "-profile", profile]
    with (profile / "firefox.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        marionette = Marionette(port_of(profile))
        yield marionette
        marionette.close()
    finally:
        process.terminate()
        process.wait(30)
