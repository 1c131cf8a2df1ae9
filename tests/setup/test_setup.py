"""What the set-up takes for a browser and for Node.js, tried on programs that only tell a version."""

from pathlib import Path

import pytest

from tests.setup import browser, node

find_browser = browser.find.__wrapped__  # as if asked for the first time


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with no program but those put into this folder."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "_playwrights_own", lambda: None)
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    return tmp_path


def put(folder: Path, name: str, version: str) -> Path:
    """A program that tells this version."""
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{version}'\n")
    program.chmod(0o755)
    return program


def test_the_machines_chromium_is_taken(machine: Path) -> None:
    chromium = put(machine, "chromium", "Chromium 156.0.8078.73")
    assert find_browser() == chromium


def test_the_named_browser_comes_first(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(machine, "chromium", "Chromium 156.0.8078.73")
    named = put(machine, "mine", "Google Chrome for Testing 150.0.7000.1")
    monkeypatch.setenv("CHROMIUM", str(named))
    assert find_browser() == named


@pytest.mark.parametrize("version", ["Google Chrome 156.0.8078.73", "Chromium 156.0.8078.73 snap", ""])
def test_a_browser_that_cannot_load_the_extension_is_passed_over(machine: Path, version: str) -> None:
    put(machine, "chromium", version)
    with pytest.raises(browser.NoBrowserError, match="Install the package chromium"):
        find_browser()


def test_node_is_taken_from_version_20_on(machine: Path) -> None:
    newest = put(machine, "node", "v20.20.2")
    assert node.find() == newest


def test_an_older_node_is_passed_over(machine: Path) -> None:
    put(machine, "node", "v18.19.0")
    assert node.find() is None
